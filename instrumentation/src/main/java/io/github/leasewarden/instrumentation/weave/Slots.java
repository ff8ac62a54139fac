package io.github.leasewarden.instrumentation.weave;

import io.github.leasewarden.instrumentation.advice.Slot;
import io.github.leasewarden.instrumentation.rule.Expr;
import io.github.leasewarden.instrumentation.rule.Hook;
import java.lang.annotation.Annotation;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.field.FieldDescription;
import net.bytebuddy.description.type.TypeDefinition;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.implementation.bytecode.constant.NullConstant;
import org.jspecify.annotations.Nullable;

/** Binds the parameters of a generic advice to what a hook says. */
final class Slots {
    private static final TypeDescription.Generic OBJECT = TypeDefinition.Sort.describe(Object.class);

    private static final TypeDescription.Generic INT = TypeDefinition.Sort.describe(int.class);

    private Slots() {}

    /** An advice factory for one hook; {@code field} is the injected field that holds the lease or table, or null. */
    static Advice.WithCustomMapping bind(WeavePoint point, @Nullable FieldDescription field) {
        Hook hook = point.hook();
        Advice.WithCustomMapping mapping =
                Advice.withCustomMapping().bind(Slot.Point.class, (Object) Integer.valueOf(point.id()));
        mapping = field == null
                ? slot(mapping, Slot.Held.class, hook.of())
                : mapping.bind(
                        Slot.Held.class,
                        new Advice.OffsetMapping.ForField.Resolved(OBJECT, false, Assigner.Typing.DYNAMIC, field));
        mapping = slot(mapping, Slot.Subject.class, hook.of());
        mapping = slot(mapping, Slot.Handle.class, hook.handle());
        mapping = slot(mapping, Slot.Key.class, hook.key());
        mapping = slot(mapping, Slot.Owner.class, hook.owner());
        mapping = slot(mapping, Slot.Keep.class, hook.keep());
        mapping = slot(mapping, Slot.Alias.class, hook.alias());
        mapping = slot(mapping, Slot.Child.class, hook.child());
        if (hook.operation() == Hook.Operation.CLAMP && hook.of().source() == Expr.Source.ARGUMENT) {
            mapping = mapping.bind(
                    Slot.Limited.class,
                    new Advice.OffsetMapping.ForArgument.Unresolved(
                            INT, false, Assigner.Typing.STATIC, hook.of().index(), false));
        }
        return mapping.bind(Slot.Result.class, Slots::result);
    }

    private static <T extends Annotation> Advice.WithCustomMapping slot(
            Advice.WithCustomMapping mapping, Class<T> annotation, Expr expr) {
        switch (expr.source()) {
            case THIS:
                return mapping.bind(
                        annotation,
                        new Advice.OffsetMapping.ForThisReference(OBJECT, true, Assigner.Typing.DYNAMIC, true));
            case ARGUMENT:
                return mapping.bind(annotation, argument(expr.index()));
            case LAST:
                return mapping.bind(
                        annotation,
                        (type, method, assigner, handler, sort) -> argument(
                                        method.getParameters().size() - 1)
                                .resolve(type, method, assigner, handler, sort));
            case ARGUMENTS:
                return mapping.bind(
                        annotation,
                        new Advice.OffsetMapping.ForAllArguments(OBJECT, true, Assigner.Typing.STATIC, false, false));
            case RETURN:
                return mapping.bind(annotation, Slots::result);
            default:
                return mapping.bind(annotation, (type, method, assigner, handler, sort) -> nothing());
        }
    }

    private static Advice.OffsetMapping argument(int index) {
        return new Advice.OffsetMapping.ForArgument.Unresolved(OBJECT, true, Assigner.Typing.DYNAMIC, index, false);
    }

    private static Advice.OffsetMapping.Target result(
            TypeDescription type,
            net.bytebuddy.description.method.MethodDescription method,
            Assigner assigner,
            Advice.ArgumentHandler handler,
            Advice.OffsetMapping.Sort sort) {
        boolean none = method.getReturnType().represents(void.class)
                || method.getReturnType().isPrimitive();
        return none
                ? nothing()
                : new Advice.OffsetMapping.ForReturnValue(OBJECT, true, Assigner.Typing.DYNAMIC)
                        .resolve(type, method, assigner, handler, sort);
    }

    private static Advice.OffsetMapping.Target nothing() {
        return new Advice.OffsetMapping.Target.ForStackManipulation(NullConstant.INSTANCE);
    }
}

package io.github.leasewarden.instrumentation.weave;

import io.github.leasewarden.instrumentation.rule.Hook;
import io.github.leasewarden.instrumentation.rule.Rule;

/**
 * One hook of one rule, numbered so that woven code can name it by an int constant.
 *
 * @param id index into {@link RuleBook#points()}
 * @param ruleIndex index into {@link RuleBook#rules()}
 */
public record WeavePoint(int id, int ruleIndex, Rule rule, Hook hook) {}

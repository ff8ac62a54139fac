/** Small ordinary programs, half of which leak. They know nothing of any agent. */
package io.github.leasewarden.apps.corpus;

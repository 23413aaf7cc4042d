// Functions that a compiler puts where they are called: a call would cost as much as what they do.
#ifndef CAK_RUNTIME_INLINE_H
#define CAK_RUNTIME_INLINE_H

#define ALWAYS_INLINE static inline __attribute__((always_inline))

#endif

import { computed, Resource, Signal } from '@angular/core';
import { failureOf } from './failure';
import type { Failure } from './failure';

/** Reading `value()` of a failed resource throws: this reads it, or nothing. */
export function valueOf<T>(resource: Resource<T>): Signal<T | undefined> {
  return computed(() => (resource.hasValue() ? resource.value() : undefined));
}

export function failureIn(resource: Resource<unknown>): Signal<Failure | undefined> {
  return computed(() => {
    const error = resource.error();
    return error ? failureOf(error) : undefined;
  });
}

/* Values in the browser's storage, which may be full, forbidden or hold what another program wrote. */

/* Returns the value of this name; null if there is none or it cannot be read. */
export function read(name, storage = "localStorage") {
  try {
    return JSON.parse(window[storage].getItem(name));
  } catch {
    return null;
  }
}

/* Writes a value, or removes it if it is null; returns whether the browser did it. */
export function write(name, value, storage = "localStorage") {
  try {
    if (value === null) window[storage].removeItem(name);
    else window[storage].setItem(name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/* Returns all names that begin with these letters. */
export function namesWith(start) {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(start));
  } catch {
    return [];
  }
}

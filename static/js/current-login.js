/* Keeps the token of every form current: a login in another window replaces it. Without JavaScript, the server asks to
   send the form once more. */

function renewTokens() {
  const token = document.cookie.match(/(?:^|; )(?:__Host-)?csrftoken=([^;]+)/)?.[1];
  if (!token) return;
  for (const field of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) field.value = token;
}

addEventListener("focus", renewTokens);
addEventListener("submit", renewTokens, { capture: true });

/* Which questions to practice, and in which order. */

function shuffled(questions) {
  const left = [...questions];
  for (let last = left.length - 1; last > 0; last -= 1) {
    const other = Math.floor(Math.random() * (last + 1));
    [left[last], left[other]] = [left[other], left[last]];
  }
  return left;
}

/* At most `number` questions (0 for all) in an order: "listed", "random" or "new" for those not practiced yet first. */
export function drawn(questions, order, number, store) {
  const isDone = (question) => store.get(question.id).done;
  const ordered = {
    listed: () => questions,
    random: () => shuffled(questions),
    new: () => [...questions.filter((question) => !isDone(question)), ...questions.filter(isDone)],
  }[order]();
  return number ? ordered.slice(0, number) : ordered;
}

using BiAssistant.Sql;

namespace BiAssistant.Answers.Evaluation;

/// <summary>One question in one or several wordings, and what each of them must get. Shapes are numbered by kind of question: totals, rankings, shares …</summary>
/// <param name="Language">ISO 639-1, from the file's name; questions are asked without it, as people ask.</param>
/// <param name="Lines">The wordings; all mean the same.</param>
/// <param name="At">Where the expectation stands.</param>
public sealed record QuestionBlock(int Shape, string Language, Seq<QuestionLine> Lines, Expectation Expectation, TextLocation At);

/// <summary>One wording, and where it stands.</summary>
public sealed record QuestionLine(string Text, TextLocation At);

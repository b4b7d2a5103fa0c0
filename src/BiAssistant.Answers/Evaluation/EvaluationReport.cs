using BiAssistant.Sql;

namespace BiAssistant.Answers.Evaluation;

/// <summary>What became of all questions of an examination, in figures.</summary>
/// <param name="Questions">In the order of the files.</param>
/// <param name="Unreadable">SQL by hand that could not be run, each at its line.</param>
public sealed record EvaluationReport(Seq<JudgedQuestion> Questions, Seq<Issue> Unreadable)
{
    /// <summary>How many questions of each shape and language became what.</summary>
    public IEnumerable<(int Shape, string Language, VerdictCounts Counts)> ByShape => Questions
        .GroupBy(question => (question.Block.Shape, question.Block.Language))
        .OrderBy(group => group.Key.Shape)
        .ThenBy(group => group.Key.Language, StringComparer.Ordinal)
        .Select(group => (group.Key.Shape, group.Key.Language, VerdictCounts.Of(group)));

    public VerdictCounts All => VerdictCounts.Of(Questions);

    /// <summary>Right ones of those that have an answer.</summary>
    public Proportion Right => Proportion.Of(Questions.Where(question => question.HasRows), question => question.Verdict == Verdict.Right);

    /// <summary>Wrong ones of all, those that must get no number among them.</summary>
    public Proportion Wrong => Proportion.Of(Questions, question => question.Verdict == Verdict.Wrong);

    public Proportion AskedBack => Proportion.Of(Questions.Where(question => question.HasRows), question => question.Verdict == Verdict.AskedBack);

    public Proportion Refused => Proportion.Of(Questions.Where(question => question.HasRows), question => question.Verdict == Verdict.Refused);

    /// <summary>Of those that must be declined or asked back, those that got a number.</summary>
    public Proportion MustDeclineAnswered => Proportion.Of(Questions.Where(question => !question.HasRows), question => question.Verdict == Verdict.Wrong);

    /// <summary>Of the questions in several wordings, those of which every wording was answered by the identical canonical query.</summary>
    public Proportion ParaphrasesAgreeing => Proportion.Of(
        Questions.Where(question => question is { HasRows: true, Block.Lines.Count: > 1 }).GroupBy(question => question.Block.At),
        wordings => wordings.All(one => one.Verdict is Verdict.Right or Verdict.Wrong && one.Query is not null && one.Query == wordings.First().Query));

    /// <summary>Right ones of a shape in all its languages.</summary>
    public Proportion RightOf(int shape) => Proportion.Of(Questions.Where(question => question.Block.Shape == shape), question => question.Verdict == Verdict.Right);
}

/// <summary>How many questions became what.</summary>
public sealed record VerdictCounts(int Questions, int Right, int AskedBack, int Refused, int Wrong, int Failed, int Unreadable)
{
    public static VerdictCounts Of(IEnumerable<JudgedQuestion> questions)
    {
        var counts = questions.CountBy(question => question.Verdict).ToDictionary();
        int Of(Verdict verdict) => counts.GetValueOrDefault(verdict);
        return new(counts.Values.Sum(), Of(Verdict.Right), Of(Verdict.AskedBack), Of(Verdict.Refused), Of(Verdict.Wrong), Of(Verdict.Failed), Of(Verdict.Unreadable));
    }
}

/// <summary>A part of a whole.</summary>
public readonly record struct Proportion(int Part, int Whole)
{
    /// <summary>From 0 to 100; null of nothing.</summary>
    public double? Percent => Whole == 0 ? null : 100.0 * Part / Whole;

    public static Proportion Of<T>(IEnumerable<T> whole, Func<T, bool> part)
    {
        var all = whole.ToList();
        return new(all.Count(part), all.Count);
    }
}

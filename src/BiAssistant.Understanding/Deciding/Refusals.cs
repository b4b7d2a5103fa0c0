using BiAssistant.Sql;
using BiAssistant.Understanding.Grounding;
using BiAssistant.Understanding.Tokens;

namespace BiAssistant.Understanding.Deciding;

/// <summary>Says, in the asker's language, why there is no answer and what comes closest.</summary>
internal sealed class Refusals(Samples samples, Lazy<NearestTerms> nearest)
{
    private const int MostSuggestions = 5;

    public NotUnderstood Empty(string language, Visibility visibility) => Of(language, new Issue(
        "nothing_asked",
        language == "ko" ? "질문에서 알아볼 수 있는 단어가 없습니다. 어떤 숫자를 알고 싶은지 적어 주세요." : "There are no words here that I can read. Say which number you would like to know.")
    {
        Suggestions = samples.For(visibility, language).ToSeq(),
    });

    public static NotUnderstood TooLong(string language, int most) => Of(language, new Issue(
        "too_long",
        language == "ko" ? $"질문이 너무 깁니다. {most}자 이내의 한 가지 질문으로 줄여 주세요." : $"The question is too long. Please ask one thing in at most {most} characters."));

    public NotUnderstood NotThisWay(string language, Seq<Issue> issues, Visibility visibility) => new(
        language,
        issues.IsEmpty ? [new Issue("not_understood", language == "ko" ? "이 질문에는 답할 수 없습니다." : "This cannot be answered as it is asked.") { Suggestions = samples.For(visibility, language).ToSeq() }] : issues);

    /// <summary>One issue a problem of the closest reading; unknown words first.</summary>
    public NotUnderstood Of(Reading closest, Grounded question, string language, Visibility visibility)
    {
        var issues = new List<Issue>();
        var tries = samples.For(visibility, language, closest).ToSeq();
        foreach (var (start, end) in UnknownSpans(closest, question))
        {
            issues.Add(Unknown(question, start, end, language, visibility, tries));
        }

        foreach (var problem in closest.Problems.Where(p => p.Kind == ProblemKind.BeyondWords).DistinctBy(p => p.Topic))
        {
            issues.Add(Beyond(problem, question, language, tries));
        }

        if (issues.Count == 0)
        {
            issues.AddRange(closest.Problems.DistinctBy(p => p.Kind).Select(p => Other(p, question, language, tries)));
        }

        return new NotUnderstood(language, issues.ToSeq());
    }

    private static NotUnderstood Of(string language, Issue issue) => new(language, [issue]);

    /// <summary>Unknown words side by side are named together, and a part of a word with its whole.</summary>
    private static IEnumerable<(int Start, int End)> UnknownSpans(Reading reading, Grounded question)
    {
        var spans = new List<(int Start, int End)>();
        foreach (var problem in reading.Problems.Where(p => p.Kind == ProblemKind.UnknownWords).OrderBy(p => p.Start))
        {
            if (spans.Count > 0 && spans[^1].End == problem.Start && spans[^1].End - spans[^1].Start < 6)
            {
                spans[^1] = (spans[^1].Start, problem.End);
            }
            else
            {
                spans.Add((problem.Start, problem.End));
            }
        }

        return spans.Take(6).Select(s => (Begin(s.Start, question.Atoms), End(s.End, question.Atoms))).DistinctBy(s => s.Item1);
    }

    private static int Begin(int start, IReadOnlyList<Atom> atoms)
    {
        while (start > 0 && !atoms[start].SpaceBefore && atoms[start].Kind == AtomKind.Syllable && atoms[start - 1].Kind == AtomKind.Syllable)
        {
            start--;
        }

        return start;
    }

    private static int End(int end, IReadOnlyList<Atom> atoms)
    {
        while (end < atoms.Count && !atoms[end].SpaceBefore && atoms[end].Kind == AtomKind.Syllable && atoms[end - 1].Kind == AtomKind.Syllable)
        {
            end++;
        }

        return end;
    }

    private Issue Unknown(Grounded question, int start, int end, string language, Visibility visibility, Seq<string> tries)
    {
        var words = question.TextOf(start, end);
        var terms = nearest.Value.Find(words, visibility, MostSuggestions - 1);
        var text = language == "ko" ? $"'{words}'(이)라는 말을 이해하지 못했습니다." : $"I do not know what '{words}' means here.";
        if (terms.Count > 0)
        {
            text += language == "ko" ? $" 가장 비슷한 것: {string.Join(", ", terms.Take(3))}." : $" The closest terms are: {string.Join(", ", terms.Take(3))}.";
        }

        return new Issue("unknown_words", text)
        {
            Suggestions = terms.Concat(tries).Take(MostSuggestions + 1).ToSeq(),
            At = At(question, start),
        };
    }

    private static Issue Beyond(Problem problem, Grounded question, string language, Seq<string> tries)
    {
        var words = question.TextOf(problem.Start, problem.End);
        var topic = BeyondTopics.Name(problem.Topic ?? Grammar.Beyond.Comparison, language);
        return new Issue(
            problem.Topic == Grammar.Beyond.Writing ? "read_only" : "not_supported_yet",
            language == "ko" ? $"'{words}': {topic}" : $"'{words}': {topic}")
        {
            Suggestions = tries,
            At = At(question, problem.Start),
        };
    }

    private static Issue Other(Problem problem, Grounded question, string language, Seq<string> tries)
    {
        var korean = language == "ko";
        var words = question.TextOf(problem.Start, problem.End);
        var (code, message) = problem.Kind switch
        {
            ProblemKind.NoNumber => ("nothing_asked", korean ? "어떤 숫자를 알고 싶은지 찾지 못했습니다. 지표나 개수를 말해 주세요." : "I see no number being asked for. Name a metric, or ask how many there are."),
            ProblemKind.SeveralPeriods => ("several_periods", korean ? $"여러 기간을 나란히 비교하는 것은 아직 할 수 없습니다('{words}'). 한 기간을 말하거나 월별, 연도별로 물어보세요." : $"Several separate periods in one question ('{words}') cannot be answered yet. Ask for one period, or by month or year."),
            ProblemKind.NoSuchPeriod => ("no_such_period", korean ? $"'{words}'은(는) 알 수 없는 기간입니다." : $"'{words}' is no period that I can place."),
            ProblemKind.NothingToRank => ("nothing_to_rank", korean ? "무엇을 순위로 매길지 말해 주세요. 예를 들어 어느 항목별로 볼지 알려 주세요." : "Say what should be ranked: which things, by which number."),
            ProblemKind.RankWithinGroups => ("not_supported_yet", korean ? "그룹마다 순위를 매기는 것은 아직 할 수 없습니다." : "A ranking within each group cannot be computed yet."),
            ProblemKind.NothingToLimit => ("nothing_to_limit", korean ? $"'{words}' 조건을 어느 항목별로 적용할지 말해 주세요." : $"Say for which things '{words}' should hold, for example by adding a breakdown."),
            ProblemKind.NothingToShare => ("nothing_to_share", korean ? $"'{words}': 무엇이 전체에서 차지하는 비중인지 알 수 없습니다. 항목별로 묻거나 조건을 말해 주세요." : $"'{words}': say whose share of the whole is wanted, by naming a breakdown or a condition."),
            ProblemKind.NothingToCompare => ("nothing_to_compare", korean ? $"'{words}': 어느 기간이나 무엇과 비교할지 말해 주세요." : $"'{words}': say for which period, or between which things."),
            ProblemKind.NotToBeSeen => ("not_allowed", korean ? $"'{words}': 볼 수 있는 권한이 없는 항목입니다." : $"'{words}': you may not see this, so a list of it would show nothing."),
            ProblemKind.Contradiction => ("contradictory", korean ? $"'{words}'은(는) 앞의 조건과 동시에 성립할 수 없습니다. 둘 다라면 '와' 또는 '및'으로 이어 주세요." : $"'{words}' contradicts a condition before it: one row cannot be both. Join them with \"and\" or \"or\" if either is meant."),
            _ => ("unused_words", korean ? $"'{words}'을(를) 질문의 나머지와 연결하지 못했습니다." : $"I could not fit '{words}' to the rest of the question."),
        };
        return new Issue(code, message) { Suggestions = tries, At = At(question, problem.Start) };
    }

    private static TextLocation At(Grounded question, int atom) => new(null, 1, question.Atoms[atom].Start + 1);
}

using BiAssistant.Answers.Asking;
using BiAssistant.Answers.Composition;
using BiAssistant.Answers.Narratives;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Answers.Costs;

/// <summary>
/// What is said instead of reading too much: how much it would be, and what can be done. Shorter periods that were looked at, and the same question again with the
/// asker's agreement where the warehouse allows one; a refusal where there is neither.
/// </summary>
public sealed class ReadQuestions(Catalog catalog, AnswerComposer composer)
{
    private const int Digits = 2;

    /// <param name="canonical">What was asked.</param>
    /// <param name="above">What it reads too much of; at least one.</param>
    /// <param name="narrower">What may be asked instead.</param>
    /// <param name="language">Of the words.</param>
    public Answer Ask(SemanticQuery canonical, Seq<EstimatedRead> above, Seq<NarrowerQuery> narrower, string language)
    {
        var told = string.Join(' ', above.Select((read, i) => Told(read, first: i == 0, language)));
        var agreeable = above.All(read => read.Bound.AllowsWhenAgreed(UpTo(read.Rows)));
        var choices = narrower.Select(n => new AnswerChoice($"{composer.Read(n.Query, language)} ({About(n.Rows, language)})", n.Query));
        if (agreeable)
        {
            var rows = above.Max(read => UpTo(read.Rows));
            choices = choices.Append(new AnswerChoice(Anyway(rows, language), canonical) { MayRead = rows });
        }

        var offered = choices.ToSeq();
        var answer = offered.IsEmpty
            ? Outcomes.Refused(language, [new Issue("too_much_to_read", $"{told} {NoWay(language)}")])
            : new Answer { Status = AnswerStatus.Clarify, Language = language, Clarification = new Clarification($"{told} {Way(!narrower.IsEmpty, agreeable, language)}", offered) };
        return answer with { Query = canonical, Reading = composer.Read(canonical, language) };
    }

    /// <summary>So many rows that what the asker was told, and agreed to, is never less than what is read: 1,234,567 is 1,300,000.</summary>
    public static long UpTo(long? rows)
    {
        var step = 1L;
        while (rows / step >= Math.Pow(10, Digits))
        {
            step *= 10;
        }

        var rest = (rows ?? 0) % step;
        return rest == 0 ? rows ?? 0 : (rows ?? 0) > long.MaxValue - step ? long.MaxValue : (rows ?? 0) - rest + step;
    }

    private string Told(EstimatedRead read, bool first, string language)
    {
        var rows = NumberWords.Say(UpTo(read.Rows), null, language);
        var most = NumberWords.Say(read.Bound.AllowsWhenAgreed(UpTo(read.Rows)) ? read.Bound.Free : Math.Max(read.Bound.Free, read.Bound.Agreed), null, language);
        var of = read.Tables is [var table, ..] && DatasetOf(table, read.Warehouse) is { } dataset ? Labels.Of(dataset, language) : null;
        return (language == "ko", read.Bound.AllowsWhenAgreed(UpTo(read.Rows))) switch
        {
            (true, var agreeable) =>
                $"{(first ? "이 질문에 답하려면" : "또한")} {(of is null ? "" : $"'{of}' {(read.Tables.Count > 1 ? "등의 " : "")}데이터를 ")}약 {Counted(rows)}{(of is null ? "을" : "")} 읽어야 합니다. "
                + (agreeable ? $"확인 없이 읽을 수 있는 한도는 {Counted(most)}입니다." : $"질문 하나에 읽을 수 있는 한도는 {Counted(most)}입니다."),
            (false, var agreeable) =>
                $"{(first ? "This question would read" : "It would also read")} about {rows} {(UpTo(read.Rows) == 1 ? "row" : "rows")}{(of is null ? "" : $" of {of}{(read.Tables.Count > 1 ? " and other data" : "")}")}; "
                + (agreeable ? $"{most} are allowed without asking." : $"at most {most} may be read for one question."),
        };
    }

    private static string About(long rows, string language) =>
        language == "ko" ? $"약 {Counted(NumberWords.Say(UpTo(rows), null, language))}" : $"about {NumberWords.Say(UpTo(rows), null, language)} {(rows == 1 ? "row" : "rows")}";

    /// <summary>Korean counts "5,000행" and "13억 행".</summary>
    private static string Counted(string number) => char.IsAsciiDigit(number[^1]) ? $"{number}행" : $"{number} 행";

    private static string Anyway(long rows, string language) => language == "ko" ? $"그대로 실행 ({About(rows, language)})" : $"Run it anyway ({About(rows, language)})";

    private static string Way(bool narrower, bool agreeable, string language) => (narrower, agreeable, language == "ko") switch
    {
        (true, true, true) => "더 짧은 기간으로 볼까요, 아니면 그대로 실행할까요?",
        (true, true, false) => "Would a shorter period do, or should it run anyway?",
        (true, false, true) => "더 짧은 기간으로 볼까요?",
        (true, false, false) => "Would a shorter period do?",
        (false, _, true) => "그대로 실행할까요?",
        (false, _, false) => "Should it run anyway?",
    };

    private static string NoWay(string language) => language == "ko"
        ? "그래서 실행하지 않았습니다. 더 짧은 기간이나 조건을 더해 질문하시거나, 관리자에게 한도를 올려 달라고 요청해 주세요."
        : "It was not run. Ask for a shorter period or with more conditions, or ask whoever runs the assistant to raise the bound.";

    /// <summary>What people call a table of a warehouse; null where the catalog shows none over it.</summary>
    private Dataset? DatasetOf(Seq<string> table, string warehouse) => catalog.Datasets.FirstOrDefault(d =>
        !d.Hidden
        && (d.Model.Warehouse is null || d.Model.Warehouse == warehouse)
        && d.Source is SqlTable { Name: [.., var source] }
        && table is [.., var scanned]
        && string.Equals(source, scanned, StringComparison.OrdinalIgnoreCase));
}

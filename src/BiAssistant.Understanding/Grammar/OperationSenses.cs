using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Queries;

namespace BiAssistant.Understanding.Grammar;

/// <summary>What is made of the numbers once it is known which they are: a share, a change, a running total. It may stand anywhere in the question.</summary>
internal abstract record OperationSense : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>"share of", "percentage of", "비중": the part that something is of a whole.</summary>
/// <param name="Rate">Whether a condition beside it tells a part of each group rather than which groups there are: "percentage of late orders by region".</param>
/// <param name="Together">Whether several members are told as one: "the top three account for".</param>
internal sealed record ShareSense(bool Rate = false, bool Together = false) : OperationSense
{
    public override string Describe(string language) => language == "ko" ? "비중" : "share of the whole";
}

/// <summary>How a change is told: by how much, or by how many percent. <c>Open</c>: the question leaves it open, as verbs do.</summary>
internal enum ChangeTold
{
    Open,
    Amount,
    Percent,
}

/// <summary>"grew", "decline", "변화": how a number differs from what it was. <c>Up</c>: which way it is said to have gone; null for either.</summary>
/// <param name="Verb">Whether it may be told of things ("which regions grew"), which then are those of which it is true.</param>
/// <param name="Tells">Whether it can only be told of things: "줄어든 지역".</param>
/// <param name="Of">The number whose change is told beside things that were chosen by it: "줄어든 지역과 매출 증감".</param>
/// <param name="By">How large it has to be: "grew by more than 20 %".</param>
/// <param name="Beside">Whether the number itself is wanted too: "revenue and its growth".</param>
internal sealed record ChangeSense(bool? Up, ChangeTold Told, bool Verb = false, bool Tells = false, bool Beside = false, AgainstSense? Against = null, MeasureItem? Of = null, LimitSense? By = null) : OperationSense
{
    public override string Describe(string language) => language == "ko" ? "변화" : "change";
}

/// <summary>"year over year", "compared with May": what a period is set against: another one, or itself so much earlier.</summary>
/// <param name="Weak">Whether the words mean so only beside a change: "growth over last year".</param>
/// <param name="Joined">Whether "and" stands before it: "매출과 전월 대비 성장률".</param>
internal sealed record AgainstSense(Sense? Period, Span? Earlier, bool Weak = false, bool Joined = false) : OperationSense
{
    public override string Describe(string language) => language == "ko" ? "비교 기간" : "compared period";
}

/// <summary>"compared with", "보다": before what something is set against or, when <c>After</c>, behind it.</summary>
internal sealed record AgainstMarkSense(bool After, bool Weak = false) : Sense;

/// <summary>"compare": two things are to be set against each other. <c>With</c>: "compared", which goes on to say what with.</summary>
internal sealed record CompareSense(bool With = false) : OperationSense
{
    public override string Describe(string language) => language == "ko" ? "비교" : "comparison";
}

/// <summary>"by how much", "by what percent": how a change is to be told.</summary>
internal sealed record HowMuchSense(ChangeTold Told) : OperationSense;

/// <summary>"cumulative": gathered from the beginning of what is asked about.</summary>
internal sealed record RunningSense : OperationSense
{
    public override string Describe(string language) => language == "ko" ? "누적" : "running total";
}

/// <summary>"year to date" beside a breakdown: gathered since the start of the year, quarter or month of each period.</summary>
internal sealed record ToDateOfSense(TimeGrain Grain) : OperationSense
{
    public override string Describe(string language) => language == "ko" ? "누계" : "to date";
}

/// <summary>"rolling", "moving average": over a window that ends with each period. A null window is told by a number of periods beside it.</summary>
internal sealed record RollingSense(WindowTake? Take, Span? Window = null) : OperationSense
{
    public override bool StandsAlone => Window is not null;

    public override string Describe(string language) => language == "ko" ? "이동 구간" : "rolling window";
}

/// <summary>"과 그 증가폭", "and by how much it grew": the change, which stands beside what is ranked by it anyway.</summary>
internal sealed record ToldChangeSense : OperationSense
{
    public override string Describe(string language) => language == "ko" ? "변화량" : "the change itself";
}

/// <summary>"the largest decline", "가장 많이 늘어난": things are put in the order of their change.</summary>
internal sealed record ExtremeChangeSense(ChangeSense Change, bool High, bool One) : OperationSense
{
    public override string Describe(string language) => language == "ko" ? "변화 순위" : "ranking by change";
}

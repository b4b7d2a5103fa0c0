namespace BiAssistant.Tests.Sql.Generated;

/// <summary>
/// What an expression gives, as far as meaning needs it: an inexact number has as many digits as its engine keeps, so that nothing is compared, ordered or grouped by it; days and
/// moments are never mixed, because a text of a day is no text of a moment.
/// </summary>
public enum ValueKind
{
    Whole,
    Exact,
    Inexact,
    Text,
    Day,
    Moment,
    Truth,
}

using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Importing.Drafting;

/// <summary>What the rows said of the tables that are drafted; a table that was not asked, or did not answer in time, is not in it.</summary>
public sealed class SchemaProfile(Seq<TableProfile> tables)
{
    public static readonly SchemaProfile Empty = new([]);

    private readonly Dictionary<Seq<string>, (TableProfile Table, Dictionary<string, ColumnProfile> Columns)> _tables = tables.ToDictionary(t => t.Table, t => (t, t.Columns.ToDictionary(c => c.Column)));

    public Seq<TableProfile> Tables => tables;

    internal ColumnProfile? Find(Seq<string> table, string column) => _tables.TryGetValue(table, out var found) ? found.Columns.GetValueOrDefault(column) : null;

    internal TableProfile? FindTable(Seq<string> table) => _tables.TryGetValue(table, out var found) ? found.Table : null;
}

/// <summary>What every row of a table says together.</summary>
public sealed record TableProfile(Seq<string> Table, long Rows, Seq<ColumnProfile> Columns);

/// <summary>In which form a column holds moments, where the engine has no type for them.</summary>
public enum StoredTime
{
    /// <summary>No values, or values that are no moments.</summary>
    None,

    /// <summary>Every value is a day such as 2024-12-31.</summary>
    Days,

    /// <summary>Every value is a day and a time such as 2024-12-31 23:59:58.</summary>
    Moments,

    /// <summary>Every value is a number: seconds, days or something else.</summary>
    Numbers,
}

/// <summary>What the rows say of a column.</summary>
/// <param name="Filled">Rows that have a value.</param>
/// <param name="Values">All different values as text, in order, where they are few; null when they are many or nobody looked.</param>
/// <param name="Time">How moments are stored; null where nobody looked.</param>
/// <param name="Seen">The type of its values, for a column without a declared one.</param>
public sealed record ColumnProfile(string Column, long Filled, Seq<string>? Values = null, StoredTime? Time = null, SqlType? Seen = null);

/// <summary>What is to be learnt of a column from its rows.</summary>
/// <param name="Column">Its name.</param>
/// <param name="Values">Its different values, if they are few.</param>
/// <param name="Time">How it stores moments.</param>
/// <param name="Type">The type of its values.</param>
public sealed record ColumnQuestion(string Column, bool Values, bool Time, bool Type);

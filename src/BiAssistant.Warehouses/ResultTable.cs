using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Warehouses;

/// <summary>A column of a result: its name and the portable type of its cells.</summary>
public sealed record ResultColumn(string Name, SqlType Type);

/// <summary>
/// Rows of a query, immutable, compared by content. A cell is null, <see cref="bool"/>, <see cref="long"/>, <see cref="decimal"/> (exact),
/// <see cref="double"/> (inexact), <see cref="string"/>, <see cref="DateOnly"/>, <see cref="DateTime"/> (local, no zone) or <see cref="TimeOnly"/>: nothing else.
/// </summary>
/// <param name="Rows">One sequence of cells a row, in the order of <paramref name="Columns"/>.</param>
/// <param name="Truncated">Rows were left out because of the row limit.</param>
public sealed record ResultTable(Seq<ResultColumn> Columns, Seq<Seq<object?>> Rows, bool Truncated);

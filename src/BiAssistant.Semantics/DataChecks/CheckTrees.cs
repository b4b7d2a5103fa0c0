using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.DataChecks;

/// <summary>The few shapes that every check is made of.</summary>
internal static class CheckTrees
{
    /// <summary>Enough to find the rows by, few enough to read.</summary>
    public const int SampleSize = 3;

    public static SqlSelectItem AllRows { get; } = new(new SqlAggregate("COUNT", [new SqlStar()]), CheckColumns.Rows);

    public static SqlSelectItem Counted(SqlExpression condition, string name) => Summed(new SqlCase(null, [new SqlWhen(condition, new SqlNumber(1))], new SqlNumber(0)), name);

    public static SqlSelectItem Summed(SqlExpression value, string name) => new(new SqlFunction("COALESCE", [new SqlAggregate("SUM", [value]), new SqlNumber(0)]), name);

    public static Seq<SqlSelectItem> Keys(Seq<SqlExpression> keys) => keys.Select((key, i) => new SqlSelectItem(key, KeyName(i))).ToSeq();

    public static string KeyName(int position) => $"key_{position + 1}";

    public static SqlExpression AnyEmpty(Seq<SqlExpression> values) => Binding.Predicates.Any(values.Select(v => (SqlExpression)new SqlIsNull(v)).ToSeq());

    /// <summary>Distinct rows in their own order, the first few.</summary>
    public static SqlSelect FirstFew(SqlSelect select) => select with
    {
        GroupBy = select.Items.Select(i => i.Expression).ToSeq(),
        OrderBy = select.Items.Select(i => new SqlOrder(new SqlColumn(null, i.Alias ?? ""))).ToSeq(),
        Limit = SampleSize,
    };

    public static SqlExpression And(SqlExpression? left, SqlExpression right) => left is null ? right : new SqlBinary(SqlBinaryOperator.And, left, right);
}

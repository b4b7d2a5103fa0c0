using BiAssistant.Sql;
using BiAssistant.Sql.Checks;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.DataChecks;

/// <summary>Rows counted by key: those that share theirs with another disprove the claim, those without one are told apart.</summary>
internal static class KeyCheck
{
    private const string Grouped = "key_values";
    private const string Copies = "copies";

    public static DataCheck Of(DataClaim claim, CheckedRows rows, Seq<SqlExpression> keys, bool shown)
    {
        var copies = new SqlSelectItem(new SqlAggregate("COUNT", [new SqlStar()]), Copies);
        var each = rows.Select([.. CheckTrees.Keys(keys), copies]) with { GroupBy = keys };
        var empty = CheckTrees.AnyEmpty(keys.Select((_, i) => (SqlExpression)new SqlColumn(Grouped, CheckTrees.KeyName(i))).ToSeq());
        var many = new SqlColumn(Grouped, Copies);
        var counts = new SqlSelect(
            [
                CheckTrees.Summed(many, CheckColumns.Rows),
                CheckTrees.Summed(Chosen(new SqlBinary(SqlBinaryOperator.And, new SqlUnary(SqlUnaryOperator.Not, empty), new SqlBinary(SqlBinaryOperator.Greater, many, new SqlNumber(1))), many), CheckColumns.Wrong),
                CheckTrees.Summed(Chosen(empty, many), CheckColumns.Empty),
            ],
            new SqlDerivedTable(each, Grouped));
        return new DataCheck(claim, rows.Dataset.Model.Warehouse, counts, shown ? Repeated(each, keys, copies) : null, SqlAllowList.Of(rows.Reads));
    }

    /// <summary>The keys of most rows.</summary>
    private static SqlSelect Repeated(SqlSelect each, Seq<SqlExpression> keys, SqlSelectItem copies) => each with
    {
        Where = CheckTrees.And(each.Where, Binding.Predicates.All(keys.Select(k => (SqlExpression)new SqlIsNull(k, Negated: true)).ToSeq())),
        Having = new SqlBinary(SqlBinaryOperator.Greater, copies.Expression, new SqlNumber(1)),
        OrderBy = [new SqlOrder(new SqlColumn(null, Copies), Descending: true), .. keys.Select((_, i) => new SqlOrder(new SqlColumn(null, CheckTrees.KeyName(i))))],
        Limit = CheckTrees.SampleSize,
    };

    private static SqlCase Chosen(SqlExpression condition, SqlExpression value) => new(null, [new SqlWhen(condition, value)], new SqlNumber(0));
}

using System.Diagnostics;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>Turns conditions on numbers into a tree over the output columns of measures.</summary>
internal sealed class HavingBinder(Seq<Measure> measures, Seq<string> names)
{
    private readonly List<Measure> _shown = [.. measures.Select(m => m with { As = null })];

    public SqlExpression Bind(MeasureCondition condition) => condition switch
    {
        MeasureComparison c => new SqlBinary(ConditionBinder.Operator(c.Operator), new SqlColumn(null, c.Measure), Number(c.Value)),
        MeasuresCompared c => new SqlBinary(ConditionBinder.Operator(c.Operator), Value(c.Left), Value(c.Right)),
        AllMeasures c => Predicates.All(c.Conditions.Select(Bind).ToSeq()),
        AnyMeasure c => Predicates.Any(c.Conditions.Select(Bind).ToSeq()),
        NotMeasure c => new SqlUnary(SqlUnaryOperator.Not, Bind(c.Condition)),
        _ => throw new UnreachableException(condition.GetType().Name),
    };

    private SqlExpression Value(Measure measure) => measure is ConstantMeasure constant ? Number(constant.Value) : new SqlColumn(null, names[_shown.IndexOf(measure)]);

    private static SqlParameter Number(decimal value) => new("", new SqlNumber(value));
}

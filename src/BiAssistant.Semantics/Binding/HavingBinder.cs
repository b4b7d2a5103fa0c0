using System.Diagnostics;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>Turns conditions on numbers into a tree over the output columns of measures; numbers that the answer does not show become hidden ones.</summary>
internal sealed class HavingBinder(Seq<Measure> measures, OutputNames names, MeasureBinder binder)
{
    private readonly List<Measure> _known = [.. measures.Select(m => m with { As = null })];
    private readonly List<string> _names = [.. names.Measures];
    private readonly List<BoundMeasure> _hidden = [];

    public Seq<BoundMeasure> Hidden => _hidden.ToSeq();

    public SqlExpression Bind(MeasureCondition condition) => condition switch
    {
        MeasureComparison c => new SqlBinary(ConditionBinder.Operator(c.Operator), new SqlColumn(null, c.Measure), Number(c.Value)),
        MeasuresCompared c => new SqlBinary(ConditionBinder.Operator(c.Operator), Value(c.Left), Value(c.Right)),
        AllMeasures c => Predicates.All(c.Conditions.Select(Bind).ToSeq()),
        AnyMeasure c => Predicates.Any(c.Conditions.Select(Bind).ToSeq()),
        NotMeasure c => new SqlUnary(SqlUnaryOperator.Not, Bind(c.Condition)),
        _ => throw new UnreachableException(condition.GetType().Name),
    };

    private SqlExpression Value(Measure measure) => measure is ConstantMeasure constant ? Number(constant.Value) : new SqlColumn(null, NameOf(measure));

    private string NameOf(Measure measure)
    {
        var place = _known.IndexOf(measure with { As = null });
        if (place >= 0)
        {
            return _names[place];
        }

        var name = Enumerable.Range(1, int.MaxValue - 1).Select(n => $"compared_{n}").First(n => !_names.Contains(n) && !names.Groups.Contains(n) && !binder.Grain.Contains(n));
        _known.Add(measure with { As = null });
        _names.Add(name);
        if (binder.Bind(measure, name) is { } bound)
        {
            _hidden.Add(bound);
        }

        return name;
    }

    private static SqlParameter Number(decimal value) => new("", new SqlNumber(value));
}

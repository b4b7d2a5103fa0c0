using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Sql;
using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Loading;

/// <summary>
/// Reads what a rollup field gathers: each aggregate finds the dataset whose rows it is over, and the one way on which they lead here. A prefix is a dataset, or
/// the relationship that points here.
/// </summary>
internal sealed class RollupReader(FieldDraft draft, YamlScalar text, Resolution names)
{
    private readonly Field _field = draft.Field;
    private readonly List<RollupPart> _parts = [];
    private readonly List<Field> _uses = [];
    private bool _failed;

    private Dataset Home => _field.Dataset;

    private NameScope Scope => new(Home, Home.Model);

    /// <summary>The expression with its aggregates apart, and the logical fields that it names; null, and issues, where it is wrong.</summary>
    public (RollupExpression? Expression, List<Field> Uses) Read()
    {
        if (SqlAnalysis.HasWindow(_field.Expression) || SqlAnalysis.HasSubquery(_field.Expression))
        {
            Fail("window_in_field", $"The expression of {_field.Name} is made of aggregates and arithmetic; windows and subqueries cannot stand in it.");
            return (null, _uses);
        }

        var expression = WithoutCalls(_field.Expression);
        foreach (var column in SqlAnalysis.Columns(expression).Where(c => c.Table is not (null or RollupExpression.Parts)))
        {
            Outside(column);
        }

        return (_failed ? null : new RollupExpression(expression, _parts.ToSeq()), _uses);
    }

    /// <summary>Outermost calls only, so that what stands inside a call is left to it.</summary>
    private SqlExpression WithoutCalls(SqlExpression expression) => expression is SqlAggregate call ? Part(call) : (SqlExpression)SqlTree.MapChildren(expression, Inside);

    private SqlNode Inside(SqlNode node) => node is SqlExpression expression ? WithoutCalls(expression) : SqlTree.MapChildren(node, Inside);

    private SqlExpression Part(SqlAggregate call)
    {
        if (call.Arguments.Concat(call.OrderBy.Select(o => o.Expression)).Any(SqlAnalysis.IsAggregate) || (call.Filter is { } filter && SqlAnalysis.IsAggregate(filter)))
        {
            return Fail("nested_aggregate", $"An aggregate stands inside another in the expression of {_field.Name}; make the inner one a field of its own.");
        }

        var uses = new List<FieldUse>();
        var ways = new HashSet<Relationship>();
        var resolved = (SqlAggregate)call.Rewrite(node => node is SqlColumn { Table: { } prefix } column ? Named(column, prefix, uses, ways) : null);
        if (_failed || ways.Count > 1)
        {
            return _failed ? SqlNull.Instance : Fail("several_ways", $"{Written(call)} names several relationships that lead to {Home.Name}: {string.Join(", ", ways.Select(w => w.Name))}. One aggregate gathers rows over one of them.");
        }

        _uses.AddRange(uses.Select(u => u.Field));
        var via = ways.SingleOrDefault();
        var root = Root(call, uses, ref via);
        if (root is null || !LeadsHere(call, root, via))
        {
            return SqlNull.Instance;
        }

        var type = SqlTypes.Infer(resolved, column => TypeOf(column.Table == RollupPart.Own ? Home.FindField(column.Name) : uses.Find(u => names.Names.Column(u) == column)?.Field));
        var known = _parts.Find(p => p.Call == resolved && p.Root == root && p.Via == via?.Name);
        if (known is null)
        {
            _parts.Add(known = new RollupPart($"part{_parts.Count + 1}", resolved, root, via?.Name, type));
        }

        return new SqlColumn(RollupExpression.Parts, known.Name);
    }

    private SqlColumn Named(SqlColumn column, string prefix, List<FieldUse> uses, HashSet<Relationship> ways)
    {
        if (names.Names.FindDataset(prefix, Home.Model).Dataset?.FindField(column.Name) is null && PointingHere(prefix, column.Name) is { } way)
        {
            var reversed = new FieldUse(way.From.FindField(column.Name)!, way.From, null);
            ways.Add(way);
            uses.Add(reversed);
            return names.Names.Column(reversed);
        }

        var (use, problem) = names.Names.FindField(prefix, column.Name, Scope);
        Resolution.Report(problem, draft.Keys, text, column);
        if (use is null)
        {
            _failed = true;
            return column;
        }

        if (use.Way is null && ReferenceEquals(use.Start, Home))
        {
            _uses.Add(use.Field);
            return new SqlColumn(RollupPart.Own, column.Name);
        }

        uses.Add(use);
        return names.Names.Column(use);
    }

    private Relationship? PointingHere(string prefix, string field) =>
        names.Names.FindRelationship(prefix, Home.Model) is { } way && ReferenceEquals(way.To, Home) && way.From.FindField(field) is not null ? way : null;

    private Dataset? Root(SqlAggregate call, List<FieldUse> uses, ref Relationship? via)
    {
        if (uses.Count > 0)
        {
            if (RootFinder.Find(uses, names.Names.Reach).Root is { } root)
            {
                return root;
            }

            Fail("no_root", $"No dataset reaches all the fields of {Written(call)} by to-one steps, so {_field.Name} cannot aggregate them together.");
            return null;
        }

        var pointing = names.Names.PointingTo(Home).ToList();
        if (call.Arguments is [SqlStar] && pointing is [var only])
        {
            via = only;
            return only.From;
        }

        Fail("no_root", $"{Written(call)} in the expression of {_field.Name} does not say which rows it gathers; name a field of theirs.", pointing.Select(r => r.From.Name).Distinct().ToSeq());
        return null;
    }

    private bool LeadsHere(SqlAggregate call, Dataset root, Relationship? via)
    {
        var ways = names.Names.Graph.Ways(root, Home, via?.Name);
        if (ways is [{ IsEmpty: false }])
        {
            return true;
        }

        if (ways.Count > 1)
        {
            var last = ways.Select(w => w[^1].Relationship.Name).Distinct().ToSeq();
            Fail("several_ways", $"{root.Name} lead to {Home.Name} in several ways: {string.Join(", ", last)}. Say which one in {Written(call)}, with its name as the prefix.", last);
        }
        else
        {
            Fail("not_reachable", $"{Written(call)} gathers rows of {root.Name}, which do not lead to {Home.Name} by to-one steps, so {_field.Name} cannot be computed.");
        }

        return false;
    }

    /// <summary>What stands outside an aggregate is of the row itself.</summary>
    private void Outside(SqlColumn column)
    {
        var (use, problem) = names.Names.FindField(column.Table, column.Name, Scope);
        Resolution.Report(problem, draft.Keys, text, column);
        if (use is null)
        {
            _failed = true;
        }
        else if (!use.IsReachedFrom(Home, names.Names.Reach))
        {
            Fail("column_outside_aggregate", $"{column.Table}.{column.Name} stands outside an aggregate in the expression of {_field.Name}; sum it, count it or take its first value.");
        }
        else
        {
            _uses.Add(use.Field);
        }
    }

    /// <summary>A scaled field holds whole numbers and means fractions.</summary>
    private static SqlType TypeOf(Field? field) => field is null ? SqlType.Unknown : field.Scale is null ? field.Type : new SqlType(SqlTypeKind.Decimal);

    private static string Written(SqlAggregate call) => SqlAnalysis.Columns(call).FirstOrDefault(c => c.Table is not null) is { } column
        ? $"{call.Name}({column.Table}.{column.Name})"
        : call.Arguments is [SqlStar] ? $"{call.Name}(*)" : call.Name;

    private SqlNull Fail(string code, string message, Seq<string> suggestions = default)
    {
        _failed = true;
        draft.Keys.Error(code, message, text, suggestions);
        return SqlNull.Instance;
    }
}

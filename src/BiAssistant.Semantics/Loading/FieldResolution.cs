using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;
using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Loading;

/// <summary>
/// Follows the logical fields that fields are computed from: they exist, are reached over to-one steps, and lead back to no beginning. What is
/// sensitive, gathers rows or cannot be computed yet passes on to what is computed from it.
/// </summary>
internal sealed class FieldResolution
{
    private readonly Resolution _names;
    private readonly Dictionary<Field, FieldDraft> _drafts;
    private readonly Dictionary<Field, List<Field>> _uses = [];

    private FieldResolution(CatalogDraft draft, Resolution names)
    {
        _names = names;
        _drafts = draft.Fields.ToDictionary(f => f.Field);
    }

    public static void Resolve(CatalogDraft draft, Resolution names)
    {
        var resolution = new FieldResolution(draft, names);
        foreach (var field in draft.Fields.Where(f => f.Field is not { Rollup: false, Expression: SqlColumn { Table: null } }))
        {
            resolution._uses[field.Field] = resolution.Uses(field);
        }

        resolution.Cycles();
        resolution.PassOn();
    }

    /// <summary>The logical fields that an expression names, checked.</summary>
    private List<Field> Uses(FieldDraft draft)
    {
        var field = draft.Field;
        var uses = new List<Field>();
        if (field.Rollup && draft.ExpressionText is { } gathering && SqlAnalysis.IsAggregate(field.Expression))
        {
            return Gathered(draft, gathering);
        }

        if (!field.Rollup && SqlAnalysis.IsAggregate(field.Expression))
        {
            draft.Keys.Error("aggregate_in_field", $"The expression of {field.Name} aggregates rows. Make it a metric, or say 'rollup: true' if it gathers rows of other datasets.", draft.ExpressionText!, ["rollup: true"]);
            field.Unsupported ??= "its expression aggregates rows";
        }

        if (draft.ExpressionText is not { } text || SqlAnalysis.HasSubquery(field.Expression))
        {
            return uses;
        }

        var scope = new NameScope(field.Dataset, field.Dataset.Model);
        foreach (var column in SqlAnalysis.Columns(field.Expression).Where(c => c.Table is not null))
        {
            var (use, problem) = _names.Names.FindField(column.Table, column.Name, scope);
            Resolution.Report(problem, draft.Keys, text, column);
            if (use is null)
            {
                field.Unsupported ??= "its expression cannot be read";
                continue;
            }

            uses.Add(use.Field);
            if (!use.IsReachedFrom(field.Dataset, _names.Names.Reach))
            {
                draft.Keys.Error("not_reachable", $"{column.Table}.{column.Name} is not reached from {field.Dataset.Name} by to-one steps.", text);
                field.Unsupported ??= "its expression cannot be read";
            }
        }

        return uses;
    }

    private List<Field> Gathered(FieldDraft draft, YamlScalar text)
    {
        var (expression, uses) = new RollupReader(draft, text, _names).Read();
        if (expression is null)
        {
            draft.Field.Unsupported ??= "its expression cannot be read";
            return uses;
        }

        draft.Field.Rolled = expression;
        if (draft.Field.Type.Kind == SqlTypeKind.Unknown)
        {
            draft.Field.Type = SqlTypes.Infer(expression.Expression, column =>
                (column.Table == RollupExpression.Parts ? expression.Gathered.First(p => p.Name == column.Name).Type
                : column.Table is { } table ? _names.Names.FindField(table, column.Name, new NameScope(draft.Field.Dataset, draft.Field.Dataset.Model)).Use?.Field.Type
                : draft.Field.Dataset.Fields.FirstOrDefault(f => f != draft.Field && f.Expression == column)?.Type) ?? SqlType.Unknown);
        }

        return uses;
    }

    /// <summary>Fields in a circle are reported once, at the first of them; depth first without recursion.</summary>
    private void Cycles()
    {
        var done = new HashSet<Field>();
        foreach (var start in _uses.Keys.Where(f => _uses[f].Count > 0))
        {
            var path = new List<Field>();
            var pending = new Stack<(Field Field, bool Leaving)>([(start, false)]);
            while (pending.TryPop(out var next))
            {
                if (next.Leaving)
                {
                    path.RemoveAt(path.Count - 1);
                    done.Add(next.Field);
                    continue;
                }

                var at = path.IndexOf(next.Field);
                if (at >= 0)
                {
                    Circle(path[at..]);
                    continue;
                }

                if (done.Contains(next.Field))
                {
                    continue;
                }

                path.Add(next.Field);
                pending.Push((next.Field, true));
                foreach (var use in UsedBy(next.Field))
                {
                    pending.Push((use, false));
                }
            }
        }
    }

    /// <summary>Fields that an expression names; none for those, most of all, that are one column.</summary>
    private List<Field> UsedBy(Field field) => _uses.GetValueOrDefault(field) ?? [];

    private void Circle(List<Field> circle)
    {
        var first = circle[0];
        var path = string.Join(" → ", circle.Append(first).Select(_names.Names.NameOf));
        _drafts[first].Keys.Error("circular_field", $"These fields are computed from each other: {path}.", _drafts[first].ExpressionText!);
        foreach (var field in circle)
        {
            field.Unsupported ??= "it is computed from itself";
        }
    }

    private void PassOn()
    {
        if (!_drafts.Keys.Any(f => f.Sensitive || f.Rollup || f.Unsupported is not null))
        {
            return;
        }

        var byColumn = _drafts.Keys.Where(f => f.Sensitive && f.Expression is SqlColumn { Table: null })
            .ToLookup(f => (f.Dataset, ((SqlColumn)f.Expression).Name));
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var (field, draft) in _drafts)
            {
                changed |= PassOn(field, draft, byColumn);
            }
        }
    }

    private bool PassOn(Field field, FieldDraft draft, ILookup<(Dataset, string), Field> sensitiveColumns)
    {
        var changed = false;
        if (draft.SensitiveSaid is null)
        {
            var origins = UsedBy(field).Where(u => u.Sensitive).Concat(OwnColumns(field).SelectMany(c => sensitiveColumns[(field.Dataset, c)])).Where(f => f != field).Distinct().ToSeq();
            changed = origins.Count > field.SensitiveThrough.Count;
            field.SensitiveThrough = changed ? origins : field.SensitiveThrough;
        }

        if (!field.Rollup && UsedBy(field).Exists(u => u.Rollup))
        {
            field.UsesRollup = changed = true;
        }

        if (field.Unsupported is null && UsedBy(field).Find(u => u.Unsupported is not null) is { } broken)
        {
            field.Unsupported = $"it is computed from {broken.Name}: {broken.Unsupported}";
            changed = true;
        }

        return changed;
    }

    private static IEnumerable<string> OwnColumns(Field field) =>
        field.Expression is SqlColumn { Table: null } only ? [only.Name] : SqlAnalysis.Columns(field.Expression).Where(c => c.Table is null).Select(c => c.Name);
}

using System.Diagnostics;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>Turns conditions of a query into trees over one source; values from outside become parameters.</summary>
internal sealed class ConditionBinder(BindingSession session, SourceBuilder source)
{
    private const string LikeEscape = "!";

    /// <summary>One expression a conjunct; null, and an issue, where it does not bind.</summary>
    public Seq<SqlExpression>? Conjuncts(Condition? condition)
    {
        if (condition is null)
        {
            return [];
        }

        var parts = condition is AllOf all ? all.Conditions : [condition];
        var bound = parts.Select(Bind).ToList();
        return bound.Any(b => b is null) || Contradicts(parts) ? null : bound.OfType<SqlExpression>().ToSeq();
    }

    public SqlExpression Within(SqlExpression instant, AbsolutePeriod period)
    {
        Seq<SqlExpression> ends = [];
        if (period.From is { } from)
        {
            ends = ends.Add(new SqlBinary(SqlBinaryOperator.GreaterOrEqual, instant, Instant(from)));
        }

        if (period.To is { } to)
        {
            ends = ends.Add(new SqlBinary(SqlBinaryOperator.Less, instant, Instant(to)));
        }

        return ends.IsEmpty ? new SqlIsNull(instant, Negated: true) : Predicates.All(ends);
    }

    private SqlExpression? Bind(Condition condition) => condition switch
    {
        FieldComparison c => Compared(c),
        FieldIn c => Among(c),
        FieldText c => Matching(c),
        FieldEmpty c => Empty(c),
        FieldPeriod { Period: AbsolutePeriod period } c => Field(c.Field, c.Via) is { } field ? Within(field.Expression, period) : null,
        FieldPeriod => throw new UnreachableException("Periods are absolute in the canonical form."),
        FieldsCompared c => Fields(c),
        TermCondition c => Term(c),
        FieldAgainstMeasure c => new NestedBinder(session, source).Bind(c),
        FieldInQuery c => new NestedBinder(session, source).Bind(c),
        RelatedExists c => new RelatedBinder(session, source).Bind(c),
        RelatedCount c => new RelatedBinder(session, source).Bind(c),
        RelatedEvery c => new RelatedBinder(session, source).Bind(c),
        AllOf c => Contradicts(c.Conditions) ? null : Several(c.Conditions, Predicates.All),
        AnyOf c => Several(c.Conditions, Predicates.Any),
        Not c => Bind(c.Condition) is { } inner ? new SqlUnary(SqlUnaryOperator.Not, inner) : null,
        _ => throw new UnreachableException(condition.GetType().Name),
    };

    /// <summary>One value cannot be in two sets that share none; over a bridge there are several values.</summary>
    private bool Contradicts(Seq<Condition> conditions)
    {
        foreach (var sets in conditions.OfType<FieldIn>().GroupBy(c => (c.Field, c.Via)).Where(g => g.Count(c => !c.Negated) > 1))
        {
            var shared = sets.Where(c => !c.Negated).Select(c => c.Values.AsEnumerable()).Aggregate((left, right) => left.Intersect(right)).Except(sets.Where(c => c.Negated).SelectMany(c => c.Values));
            if (!shared.Any() && Field(sets.Key.Field, sets.Key.Via) is { } field && !source.IsLinked(field.Expression))
            {
                session.Report(session.Issues.Contradiction(sets.Key.Field));
                return true;
            }
        }

        return false;
    }

    private SqlExpression? Several(Seq<Condition> conditions, Func<Seq<SqlExpression>, SqlExpression> together)
    {
        var bound = conditions.Select(Bind).ToList();
        return bound.Any(b => b is null) ? null : together(bound.OfType<SqlExpression>().ToSeq());
    }

    private SqlExpression? Compared(FieldComparison c)
    {
        if (Field(c.Field, c.Via) is not { } field || !Fits(field.Field, c.Value))
        {
            return null;
        }

        if (c.Value is SqlDate day && (field.Field.Type.Kind is SqlTypeKind.Timestamp or SqlTypeKind.TimestampTz))
        {
            return ComparedWithDay(field.Expression, c.Operator, day.Value);
        }

        return new SqlBinary(Operator(c.Operator), field.Expression, Value(c.Value));
    }

    /// <summary>Two fields can be compared where both hold numbers, texts, truths, days, or instants.</summary>
    private SqlBinary? Fields(FieldsCompared c)
    {
        if (Field(c.Field, c.Via) is not { } left || Field(c.Other, c.OtherVia) is not { } right)
        {
            return null;
        }

        var (one, other) = (left.Field.Type, right.Field.Type);
        if (one.Kind != other.Kind && !(one.IsNumeric && other.IsNumeric))
        {
            session.Report(session.Issues.WrongType(Labels.Of(left.Field, session.Context.Language), one.Kind.ToString().ToLowerInvariant()));
            return null;
        }

        return new SqlBinary(Operator(c.Operator), left.Expression, right.Expression);
    }

    /// <summary>A timestamp compared with a day: the day is all its instants ("after 3 May" begins on 4 May).</summary>
    private SqlExpression ComparedWithDay(SqlExpression instant, ComparisonOperator comparison, DateOnly day)
    {
        var start = day.ToDateTime(TimeOnly.MinValue);
        var end = start.AddDays(1);
        return comparison switch
        {
            ComparisonOperator.Equal => Within(instant, new AbsolutePeriod(start, end)),
            ComparisonOperator.NotEqual => new SqlUnary(SqlUnaryOperator.Not, Within(instant, new AbsolutePeriod(start, end))),
            ComparisonOperator.Less => new SqlBinary(SqlBinaryOperator.Less, instant, Instant(start)),
            ComparisonOperator.LessOrEqual => new SqlBinary(SqlBinaryOperator.Less, instant, Instant(end)),
            ComparisonOperator.Greater => new SqlBinary(SqlBinaryOperator.GreaterOrEqual, instant, Instant(end)),
            ComparisonOperator.GreaterOrEqual => new SqlBinary(SqlBinaryOperator.GreaterOrEqual, instant, Instant(start)),
            _ => throw new UnreachableException(comparison.ToString()),
        };
    }

    private SqlExpression? Among(FieldIn c)
    {
        if (Field(c.Field, c.Via) is not { } field || !c.Values.All(v => Fits(field.Field, v)))
        {
            return null;
        }

        return c.Values.Count == 1
            ? new SqlBinary(c.Negated ? SqlBinaryOperator.NotEqual : SqlBinaryOperator.Equal, field.Expression, Value(c.Values[0]))
            : new SqlInList(field.Expression, c.Values.Select(Value).ToSeq(), c.Negated);
    }

    private SqlLike? Matching(FieldText c)
    {
        if (Field(c.Field, c.Via) is not { } field || !Fits(field.Field, new SqlText(c.Text)))
        {
            return null;
        }

        var text = c.Text.ToLowerInvariant().Replace("!", "!!").Replace("%", "!%").Replace("_", "!_");
        var pattern = c.Match switch
        {
            TextMatch.Contains => $"%{text}%",
            TextMatch.StartsWith => $"{text}%",
            TextMatch.EndsWith => $"%{text}",
            _ => throw new UnreachableException(c.Match.ToString()),
        };
        return new SqlLike(new SqlFunction("LOWER", [field.Expression]), Value(new SqlText(pattern)), new SqlText(LikeEscape), c.Negated);
    }

    private SqlIsNull? Empty(FieldEmpty c) => Field(c.Field, c.Via) is { } field ? new SqlIsNull(field.Expression, c.Negated) : null;

    private SqlExpression? Term(TermCondition c)
    {
        var term = session.Catalog.Models.SelectMany(m => m.Glossary).OfType<FilterTerm>()
            .FirstOrDefault(t => t.Term.Words.Concat(t.Synonyms.Words).Any(w => w.Text == c.Term));
        if (term is null)
        {
            session.Report(session.Issues.Unknown("term", c.Term));
            return null;
        }

        session.TouchAssumption(term.Assumption);
        return source.Logical(term.Filter, term.Dataset) is not { } filter ? null : c.Negated ? new SqlUnary(SqlUnaryOperator.Not, filter) : filter;
    }

    private (Field Field, SqlExpression Expression)? Field(string name, string? via)
    {
        if (session.Catalog.FindField(name) is not { } field)
        {
            session.Report(session.Issues.Unknown("field", name));
            return null;
        }

        return source.Asked(field, via) is not { } expression ? null : (field, expression);
    }

    private bool Fits(Field field, SqlLiteral value)
    {
        var fits = (field.Type.Kind, value) switch
        {
            (_, SqlNull) => false,
            (SqlTypeKind.Unknown, _) => true,
            (SqlTypeKind.Text, SqlText) => true,
            (SqlTypeKind.Boolean, SqlBoolean) => true,
            (SqlTypeKind.Date or SqlTypeKind.Timestamp or SqlTypeKind.TimestampTz, SqlDate or SqlTimestamp) => true,
            (_, SqlNumber) => field.Type.IsNumeric,
            _ => false,
        };
        if (!fits)
        {
            session.Report(session.Issues.WrongType(Labels.Of(field, session.Context.Language), field.Type.Kind.ToString().ToLowerInvariant()));
        }

        return fits;
    }

    /// <summary>
    /// The end of a span. Midnight is written as its day: every engine compares it with a timestamp as meant, and so does text, where a day without a time
    /// would lie before its own midnight.
    /// </summary>
    private static SqlParameter Instant(DateTime instant) =>
        new("", instant.TimeOfDay == TimeSpan.Zero ? new SqlDate(DateOnly.FromDateTime(instant)) : new SqlTimestamp(instant));

    /// <summary>Outside values are parameters; true and false are words of the language.</summary>
    private static SqlExpression Value(SqlLiteral value) => value is SqlBoolean ? value : new SqlParameter("", value);

    public static SqlBinaryOperator Operator(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => SqlBinaryOperator.Equal,
        ComparisonOperator.NotEqual => SqlBinaryOperator.NotEqual,
        ComparisonOperator.Less => SqlBinaryOperator.Less,
        ComparisonOperator.LessOrEqual => SqlBinaryOperator.LessOrEqual,
        ComparisonOperator.Greater => SqlBinaryOperator.Greater,
        ComparisonOperator.GreaterOrEqual => SqlBinaryOperator.GreaterOrEqual,
        _ => throw new UnreachableException(comparison.ToString()),
    };
}

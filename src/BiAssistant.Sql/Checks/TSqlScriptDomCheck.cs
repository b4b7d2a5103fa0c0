using BiAssistant.Sql.Dialects;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace BiAssistant.Sql.Checks;

/// <summary>A second opinion on T-SQL text by SQL Server's own parser: one SELECT, nothing else, over allowed tables and functions.</summary>
internal static class TSqlScriptDomCheck
{
    public static Seq<Issue> Of(string text, SqlAllowList allowed)
    {
        using var reader = new StringReader(text);
        var script = new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        if (errors.Count > 0)
        {
            return errors.Select(error => new Issue("sql_syntax", error.Message) { At = new TextLocation(null, error.Line, error.Column) }).ToSeq();
        }

        if (script is not TSqlScript { Batches: [{ Statements: [SelectStatement select] }] } || select.Into is not null)
        {
            return [new Issue("sql_not_one_query", "Exactly one SELECT is allowed.")];
        }

        var steps = (select.WithCtesAndXmlNamespaces?.CommonTableExpressions ?? []).Select(step => step.ExpressionName.Value);
        var visitor = new Visitor(allowed, steps.ToHashSet(StringComparer.OrdinalIgnoreCase));
        select.Accept(visitor);
        return visitor.Issues.ToSeq();
    }

    private sealed class Visitor(SqlAllowList allowed, HashSet<string> steps) : TSqlFragmentVisitor
    {
        public List<Issue> Issues { get; } = [];

        public override void Visit(TSqlFragment fragment)
        {
            var known = fragment is not (TableReference or TSqlStatement or GlobalVariableExpression or SelectSetVariable or ForClause or OptimizerHint or NextValueForExpression or ParameterlessCall)
                || fragment is NamedTableReference { TableHints.Count: 0, TemporalClause: null, TableSampleClause: null } or QueryDerivedTable or QualifiedJoin { JoinHint: JoinHint.None } or UnqualifiedJoin { UnqualifiedJoinType: UnqualifiedJoinType.CrossJoin } or JoinParenthesisTableReference or SelectStatement;
            if (!known)
            {
                Refuse(fragment, "sql_notallowed", $"{fragment.GetType().Name} is not allowed in a query.");
            }
        }

        public override void ExplicitVisit(NamedTableReference node)
        {
            var name = node.SchemaObject.Identifiers.Select(part => part.Value).ToSeq();
            var isStep = name is [var only] && steps.Contains(only);
            if (!isStep && !allowed.Tables.Any(table => table.Name.SequenceEqual(name, StringComparer.OrdinalIgnoreCase)))
            {
                Refuse(node, "sql_table_notallowed", $"The table '{string.Join('.', name)}' may not be read.");
            }

            base.ExplicitVisit(node);
        }

        public override void ExplicitVisit(FunctionCall node)
        {
            var name = node.FunctionName.Value;
            if (node.CallTarget is not null || !(SqlDialects.TSql.Functions.Contains(name) || SqlDialects.TSql.Aggregates.Contains(name)))
            {
                Refuse(node, "sql_function_notallowed", $"The function {name} may not be used.");
            }

            base.ExplicitVisit(node);
        }

        private void Refuse(TSqlFragment at, string code, string message) =>
            Issues.Add(new Issue(code, message) { At = new TextLocation(null, at.StartLine, at.StartColumn) });
    }
}

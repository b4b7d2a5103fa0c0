using System.Globalization;
using System.Xml.Linq;
using BiAssistant.Sql.Writing;
using BiAssistant.Warehouses.Drivers;

namespace BiAssistant.Warehouses.SqlServer;

/// <summary>
/// What the server's plan of a text would read. While the session shows plans nothing is run, so the values are not needed: the text stands behind declarations of its parameters, and
/// the plan is that for values that are not known.
/// </summary>
internal static class SqlServerEstimates
{
    /// <summary>The schema of an object that a bare name may mean.</summary>
    private const string UsualSchema = "dbo";

    public static QueryEstimate Read(ServerSession session, CompiledSql sql)
    {
        session.Execute("SET SHOWPLAN_XML ON");
        var plan = session.Rows(Text(sql), static row => row.GetString(0));
        session.Execute("SET SHOWPLAN_XML OFF");
        return Of(string.Concat(plan.Take(1)));
    }

    internal static string Text(CompiledSql sql) =>
        $"{string.Concat(sql.Arguments.Select(argument => $"DECLARE @{argument.Name} {SqlServerArguments.Declared(argument)};\n"))}{sql.Text}";

    internal static QueryEstimate Of(string plan)
    {
        if (plan.Length == 0)
        {
            return new QueryEstimate([], null);
        }

        var root = XElement.Parse(plan);
        var statements = Named(root, "StmtSimple").ToList();
        var scans = Named(root, "RelOp").Select(Scan).OfType<ScanEstimate>();
        return QueryEstimate.Of(scans, statements.Select(statement => Number(statement, "StatementSubTreeCost")).FirstOrDefault(cost => cost is not null));
    }

    /// <summary>An operator that reads an object itself; its runs are one more than the times that it is begun anew.</summary>
    private static ScanEstimate? Scan(XElement step)
    {
        var own = step.Elements().Where(part => part.Name.LocalName is "IndexScan" or "TableScan").ToList();
        if (own.Count == 0 || Named(own[0], "Object").FirstOrDefault() is not { } read || Name(read, "Table") is not { } table)
        {
            return null;
        }

        var runs = 1 + (Number(step, "EstimateRebinds") ?? 0) + (Number(step, "EstimateRewinds") ?? 0);
        var rows = (Number(step, "EstimatedRowsRead") ?? Number(step, "TableCardinality") ?? Number(step, "EstimateRows")) * runs;
        var bytes = rows * Number(step, "AvgRowSize");
        var schema = Name(read, "Schema") ?? UsualSchema;
        return new ScanEstimate(schema == UsualSchema ? [table] : [schema, table], Whole(rows), Whole(bytes));
    }

    private static IEnumerable<XElement> Named(XElement within, string name) => within.Descendants().Where(element => element.Name.LocalName == name);

    private static string? Name(XElement element, string attribute) => element.Attribute(attribute)?.Value.Trim('[', ']').Replace("]]", "]", StringComparison.Ordinal);

    private static double? Number(XElement element, string attribute) =>
        double.TryParse(element.Attribute(attribute)?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static long? Whole(double? number) => number is { } some ? QueryEstimate.Whole(some) : null;
}

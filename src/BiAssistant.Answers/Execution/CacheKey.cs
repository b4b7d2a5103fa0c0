using System.Security.Cryptography;
using System.Text;
using BiAssistant.Answers.Receipts;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Writing;
using BiAssistant.Warehouses;

namespace BiAssistant.Answers.Execution;

/// <summary>A table's state in one warehouse.</summary>
public sealed record DataState(string Warehouse, TableVersion Table);

/// <summary>
/// The name of a result in the cache: a hash over all that the rows depend on. The texts and their parameters hold what access rules and clock made of
/// the query; catalog and data versions say what it was made from and ran over.
/// </summary>
internal static class CacheKey
{
    public static string Of(ReadyQuery query, string catalogVersion, Seq<DataState> data, string policyVersion, int rowLimit)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, "query", SemanticQueryJson.Write(query.Canonical));
        Add(hash, "catalog", catalogVersion);
        Add(hash, "policy", policyVersion);
        Add(hash, "compiler", CompilerVersion.Current);
        Add(hash, "rows", rowLimit.ToString(System.Globalization.CultureInfo.InvariantCulture));
        foreach (var state in data)
        {
            Add(hash, "data", $"{state.Warehouse}\u001f{string.Join('.', state.Table.Table)}\u001f{state.Table.Version}");
        }

        foreach (var fragment in query.Plan.Fragments)
        {
            Add(hash, fragment.Warehouse, fragment.Sql.Sql);
        }

        if (query.Plan.Merge is { } merge)
        {
            Add(hash, "merge", merge.Sql);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Add(IncrementalHash hash, string name, CompiledSql sql)
    {
        Add(hash, name, sql.Text);
        foreach (var argument in sql.Arguments)
        {
            Add(hash, argument.Name, argument.Value.ToString());
        }
    }

    private static void Add(IncrementalHash hash, string name, string text)
    {
        hash.AppendData(Encoding.UTF8.GetBytes($"{name}\u001e{text.Length}\u001e"));
        hash.AppendData(Encoding.UTF8.GetBytes(text));
    }
}

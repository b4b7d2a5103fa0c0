using System.Globalization;
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
    /// <summary>The part that is the same whatever the data: what the query means and the texts that answer it.</summary>
    public static string Fingerprint(SemanticQuery canonical, ReadyPlan plan)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, "query", SemanticQueryJson.Write(canonical));
        foreach (var fragment in plan.Fragments)
        {
            Add(hash, fragment.Warehouse, fragment.Sql.Sql);
        }

        if (plan.Merge is { } merge)
        {
            Add(hash, "merge", merge.Sql);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public static string Of(ReadyQuery query, string catalogVersion, Seq<DataState> data, string policyVersion, int rowLimit)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, "query", query.Fingerprint);
        Add(hash, "catalog", catalogVersion);
        Add(hash, "policy", policyVersion);
        Add(hash, "compiler", CompilerVersion.Current);
        Add(hash, "rows", rowLimit.ToString(CultureInfo.InvariantCulture));
        foreach (var state in data)
        {
            Add(hash, "data", $"{state.Warehouse}\u001f{string.Join('.', state.Table.Table)}\u001f{state.Table.Version}");
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

using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using BiAssistant.Answers.Caching;
using BiAssistant.Answers.Execution;
using BiAssistant.Answers.State;
using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;

namespace BiAssistant.Answers.Receipts;

/// <summary>
/// Says what was computed and under which versions. The id is a hash over everything that the numbers rest on and over the numbers, so that equal answers
/// bear equal receipts; the signature proves that this installation gave it.
/// </summary>
public sealed class ReceiptWriter(Catalog catalog, StateStore state, string policyVersion)
{
    private const int IdLength = 32;
    private const int VersionLength = 16;
    private const long MemoryBytes = 4L << 20;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly byte[] _passingKey = RandomNumberGenerator.GetBytes(32);
    private readonly BoundedMemory<Receipt> _written = new(MemoryBytes);
    private byte[]? _key;

    public async Task<Receipt> WriteAsync(ReadyQuery query, SourcedResult result, BindingContext context, CancellationToken cancellationToken)
    {
        var metrics = query.Bound.Facts.Metrics.Select(m => new MetricVersion(m.Name, m.Version, m.Hash)).ToSeq();
        var data = Hash(string.Join('\n', result.Data.Select(d => $"{d.Warehouse}\u001f{string.Join('.', d.Table.Table)}\u001f{d.Table.Version}")))[..VersionLength];
        var unsigned = new Receipt("", catalog.Version, metrics, data, policyVersion, CompilerVersion.Current, "");
        var content = Content(unsigned, query, context, Hash(ResultCodec.Write(result.Table)));
        var id = Hash(content)[..IdLength];
        if (_written.TryGet(id, out var known))
        {
            return known;
        }

        _key ??= await state.SigningKeyAsync(cancellationToken).ConfigureAwait(false);
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(_key ?? _passingKey, Encoding.UTF8.GetBytes($"{id}\n{content}")));
        var receipt = unsigned with { Id = id, Signature = signature };
        await state.SaveReceiptAsync(id, content, cancellationToken).ConfigureAwait(false);
        _written.Set(id, receipt, 1_000);
        return receipt;
    }

    private static string Content(Receipt receipt, ReadyQuery query, BindingContext context, string rows)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Plain))
        {
            json.WriteStartObject();
            json.WriteString("catalog_version", receipt.CatalogVersion);
            json.WriteString("data_version", receipt.DataVersion);
            json.WriteString("policy_version", receipt.PolicyVersion);
            json.WriteString("compiler_version", receipt.CompilerVersion);
            json.WriteStartObject("metric_versions");
            foreach (var metric in receipt.MetricVersions)
            {
                json.WriteString(metric.Name, $"{metric.Version} {metric.Hash}");
            }

            json.WriteEndObject();
            json.WritePropertyName("query");
            SemanticQueryJson.WriteTo(json, query.Canonical);
            json.WriteString("as", QueryCompiler.PolicyOf(context.As));
            json.WriteStartArray("sql");
            foreach (var sql in query.Plan.Fragments.Select(f => f.Shown).Concat(query.Plan.Merge is { } merge ? [merge.Sql] : []))
            {
                json.WriteStringValue(sql.Text);
                json.WriteStringValue(string.Join(", ", sql.Arguments.Select(a => $"{a.Name}={a.Value}")));
            }

            json.WriteEndArray();
            if (query.Bound.Facts.Notes is { IsEmpty: false } notes)
            {
                json.WriteStartArray("notes");
                foreach (var note in notes)
                {
                    json.WriteStringValue($"{note.Code} {note.Element}");
                }

                json.WriteEndArray();
            }

            json.WriteString("rows", rows);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static string Hash(string text) => Hash(Encoding.UTF8.GetBytes(text));

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

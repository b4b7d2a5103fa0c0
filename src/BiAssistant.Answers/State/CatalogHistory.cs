using System.IO.Compression;
using System.Text.Json;
using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Versions;
using BiAssistant.Sql;
using Dapper;

namespace BiAssistant.Answers.State;

/// <summary>A version of a catalog that has answered, from when to when.</summary>
public sealed record ServedCatalog(string Version, DateTimeOffset FirstSeen, DateTimeOffset LastSeen);

/// <summary>What a metric's written version stood for: the hash of its content, and the catalog that brought it.</summary>
public sealed record MetricHistory(long Number, string Hash, string CatalogVersion, DateTimeOffset FirstSeen);

/// <summary>Keeps every version of a catalog that has answered, with its texts, so that any of them can be named and compared later.</summary>
public sealed class CatalogHistory(StateStore state)
{
    private const int LargestTexts = 256 << 20;
    private const int MostQuestions = 5_000;

    /// <summary>Writes a catalog down the first time that it is seen, and that it was seen.</summary>
    public Task KeepAsync(CatalogLoad loaded, CancellationToken cancellationToken) => state.UseAsync(
        async (connection, stop) =>
        {
            var seen = new { version = loaded.Catalog.Version, now = state.Now };
            if (loaded.Texts.IsEmpty || await connection.ExecuteAsync(StateStore.Command("UPDATE catalog_versions SET last_seen = @now WHERE version = @version", seen, stop)).ConfigureAwait(false) > 0)
            {
                return 0;
            }

            var transaction = await connection.BeginTransactionAsync(stop).ConfigureAwait(false);
            await using var ending = transaction.ConfigureAwait(false);
            await connection.ExecuteAsync(
                "INSERT INTO catalog_versions (version, content, first_seen, last_seen) VALUES (@version, @content, @now, @now) ON CONFLICT (version) DO NOTHING",
                new { seen.version, content = Pack(loaded.Texts), seen.now },
                transaction).ConfigureAwait(false);
            await connection.ExecuteAsync(
                "INSERT INTO metric_versions (metric, number, hash, catalog_version, first_seen) VALUES (@Name, @Version, @Hash, @catalog, @now) ON CONFLICT (metric, number, hash) DO NOTHING",
                loaded.Catalog.Metrics.Select(m => new { m.Name, m.Version, m.Hash, catalog = seen.version, seen.now }).ToList(),
                transaction).ConfigureAwait(false);
            await transaction.CommitAsync(stop).ConfigureAwait(false);
            return 1;
        },
        otherwise: 0,
        cancellationToken);

    /// <summary>The versions whose hash begins so, newest first; all of them for an empty beginning.</summary>
    public Task<Seq<ServedCatalog>> FindAsync(string beginning, CancellationToken cancellationToken) => state.UseAsync(
        async (connection, stop) => (await connection.QueryAsync<(string Version, long First, long Last)>(StateStore.Command(
                "SELECT version, first_seen, last_seen FROM catalog_versions WHERE substr(version, 1, @length) = @beginning ORDER BY last_seen DESC, version",
                new { beginning, length = beginning.Length },
                stop)).ConfigureAwait(false))
            .Select(row => new ServedCatalog(row.Version, DateTimeOffset.FromUnixTimeMilliseconds(row.First), DateTimeOffset.FromUnixTimeMilliseconds(row.Last))).ToSeq(),
        otherwise: [],
        cancellationToken);

    /// <summary>The texts of a version; none when it is not known.</summary>
    public Task<Seq<CatalogText>> TextsAsync(string version, CancellationToken cancellationToken) => state.UseAsync(
        async (connection, stop) => await connection.ExecuteScalarAsync<byte[]?>(StateStore.Command("SELECT content FROM catalog_versions WHERE version = @version", new { version }, stop)).ConfigureAwait(false) is { } content
            ? Unpack(content)
            : [],
        otherwise: [],
        cancellationToken);

    /// <summary>What a metric's written versions stood for, newest first.</summary>
    public Task<Seq<MetricHistory>> OfMetricAsync(string metric, CancellationToken cancellationToken) => state.UseAsync(
        async (connection, stop) => (await connection.QueryAsync<(long Number, string Hash, string Catalog, long First)>(StateStore.Command(
                "SELECT number, hash, catalog_version, first_seen FROM metric_versions WHERE metric = @metric ORDER BY first_seen DESC, number DESC",
                new { metric },
                stop)).ConfigureAwait(false))
            .Select(row => new MetricHistory(row.Number, row.Hash, row.Catalog, DateTimeOffset.FromUnixTimeMilliseconds(row.First))).ToSeq(),
        otherwise: [],
        cancellationToken);

    /// <summary>Questions that were answered, each with its semantic query; the last ones, each once.</summary>
    public Task<Seq<SavedQuestion>> QuestionsAsync(CancellationToken cancellationToken) => state.UseAsync(
        async (connection, stop) => (await connection.QueryAsync<(string Id, string Content, string? Question)>(StateStore.Command(
                "SELECT r.id, r.content, a.question FROM asked_questions a JOIN receipts r ON r.id = a.receipt ORDER BY a.number DESC LIMIT @most",
                new { most = MostQuestions },
                stop)).ConfigureAwait(false))
            .Select(row => QueryOf(row.Content) is { } query ? new SavedQuestion(row.Question ?? $"receipt {row.Id}", query) : null)
            .OfType<SavedQuestion>().DistinctBy(q => q.Name).ToSeq(),
        otherwise: [],
        cancellationToken);

    private static string? QueryOf(string receipt)
    {
        using var json = JsonDocument.Parse(receipt);
        return json.RootElement.TryGetProperty("query", out var query) ? query.GetRawText() : null;
    }

    private static byte[] Pack(Seq<CatalogText> texts)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal))
        {
            JsonSerializer.Serialize(brotli, texts.ToDictionary(t => t.Name, t => t.Text));
        }

        return packed.ToArray();
    }

    private static Seq<CatalogText> Unpack(byte[] content)
    {
        using var brotli = new BrotliStream(new MemoryStream(content), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        var buffer = new byte[81920];
        for (var read = brotli.Read(buffer); read > 0; read = brotli.Read(buffer))
        {
            plain.Write(buffer, 0, read);
            if (plain.Length > LargestTexts)
            {
                return [];
            }
        }

        plain.Position = 0;
        return (JsonSerializer.Deserialize<Dictionary<string, string>>(plain) ?? []).Select(t => new CatalogText(t.Key, t.Value)).ToSeq();
    }
}

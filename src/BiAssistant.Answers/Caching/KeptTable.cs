using System.Security.Cryptography;
using BiAssistant.Warehouses;

namespace BiAssistant.Answers.Caching;

/// <summary>A result table as the state store keeps it, under a seal: what was cut off, changed or written in another form reads as nothing, never as other rows.</summary>
public static class KeptTable
{
    public static byte[] Write(ResultTable table)
    {
        var content = ResultCodec.Write(table);
        return [.. SHA256.HashData(content), .. content];
    }

    /// <summary>The table; null when these are not the bytes that were written.</summary>
    public static ResultTable? Read(byte[] kept)
    {
        if (kept.Length <= SHA256.HashSizeInBytes)
        {
            return null;
        }

        var content = kept.AsSpan(SHA256.HashSizeInBytes);
        return SHA256.HashData(content).AsSpan().SequenceEqual(kept.AsSpan(0, SHA256.HashSizeInBytes)) ? ResultCodec.Read(content.ToArray()) : null;
    }
}

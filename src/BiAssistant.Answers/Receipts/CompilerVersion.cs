using System.Security.Cryptography;
using BiAssistant.Planning;
using BiAssistant.Semantics.Binding;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Answers.Receipts;

/// <summary>
/// The version of the way from query to numbers: a hash over the identities of the assemblies that walk it. Builds are deterministic, so equal sources have
/// equal versions, and any change to the way gives another.
/// </summary>
public static class CompilerVersion
{
    private const int Length = 16;

    public static string Current { get; } = Of(typeof(SqlWriter), typeof(Binder), typeof(Planner), typeof(CompilerVersion));

    private static string Of(params ReadOnlySpan<Type> rooms)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var room in rooms)
        {
            hash.AppendData(room.Module.ModuleVersionId.ToByteArray());
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..Length];
    }
}

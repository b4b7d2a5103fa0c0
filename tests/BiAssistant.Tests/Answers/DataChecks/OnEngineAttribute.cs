using System.Reflection;
using BiAssistant.Tests.Postgres;
using Xunit.Sdk;

namespace BiAssistant.Tests.Answers.DataChecks;

/// <summary>Runs a theory on an engine; where the engine is not on this machine the case is skipped by name.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class OnEngineAttribute : DataAttribute
{
    public OnEngineAttribute(string engine)
    {
        Engine = engine;
        Skip = engine == "postgres" ? PostgresServer.Missing : null;
    }

    public string Engine { get; }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Engine]];
}

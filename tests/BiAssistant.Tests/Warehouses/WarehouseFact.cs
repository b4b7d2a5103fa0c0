using System.ComponentModel;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace BiAssistant.Tests.Warehouses;

/// <summary>On a test class: something outside that its tests need; they are skipped with the reason where it is missing.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class NeedsAttribute : Attribute
{
    /// <summary>Why the tests cannot run here; null when they can.</summary>
    public abstract string? Missing { get; }
}

/// <summary>A test of a specification: whether it is skipped is said by the <see cref="NeedsAttribute"/> of the class that inherits it.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("BiAssistant.Tests.Warehouses.WarehouseFactDiscoverer", "BiAssistant.Tests")]
public sealed class WarehouseFactAttribute : FactAttribute;

/// <summary>Finds the tests of specifications.</summary>
public sealed class WarehouseFactDiscoverer(IMessageSink messages) : FactDiscoverer(messages)
{
    protected override IXunitTestCase CreateTestCase(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        new WarehouseTestCase(DiagnosticMessageSink, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod);
}

/// <summary>A test of a specification for one engine.</summary>
public sealed class WarehouseTestCase : XunitTestCase
{
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("For deserialisation by the test runner.")]
    public WarehouseTestCase()
    {
    }

    public WarehouseTestCase(IMessageSink messages, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method)
        : base(messages, display, options, method)
    {
    }

    protected override string? GetSkipReason(IAttributeInfo factAttribute) =>
        TestMethod.TestClass.Class.ToRuntimeType().GetCustomAttributes(inherit: true).OfType<NeedsAttribute>().FirstOrDefault()?.Missing ?? base.GetSkipReason(factAttribute);
}

using BiAssistant.Warehouses;

namespace BiAssistant.Tests.Warehouses;

/// <summary>That a warehouse reads and does nothing else.</summary>
public abstract partial class WarehouseSpecification
{
    [WarehouseFact]
    public async Task Nothing_can_be_written()
    {
        foreach (var write in (IEnumerable<string>)[.. subject.Writes, "SELECT 1; SELECT 2"])
        {
            var fault = await Should.ThrowAsync<WarehouseFault>(Ask(write), write);
            fault.Kind.ShouldBe(WarehouseFaultKind.Rejected, write);
        }

        (await Ask("SELECT COUNT(*) AS n, SUM(whole) AS total FROM facts")).Rows[0].ShouldBe([3L, 9_000_000_005L]);
    }

    [WarehouseFact]
    public async Task Nothing_is_changed_in_the_bare_session_either()
    {
        var before = await subject.StateAsync();
        foreach (var write in subject.BareWrites)
        {
            // What would fail anywhere proves nothing.
            await subject.RunFreelyAsync(write);

            await Record.ExceptionAsync(() => subject.RunBareAsync(write));

            (await subject.StateAsync()).ShouldBe(before, write);
        }

        (await Ask("SELECT COUNT(*) AS n, SUM(whole) AS total FROM facts")).Rows[0].ShouldBe([3L, 9_000_000_005L]);
    }
}

using Azure.Data.Tables;
using TestSupport;
using Xunit.Sdk;

namespace LocalRuntime.Tests.Tables;

/// <summary>Tables over HTTP, at the emulator. What is overridden is where the emulator departs from the service.</summary>
public sealed class AzuriteTableTests(AzuriteFixture azurite) : TableConformance
{
    protected override int LongestKey => 512;

    protected override async Task<TableServiceClient> ConnectAsync(Action<TableClientOptions>? configure = null)
    {
        Assert.SkipWhen(NodePeers.Skipped, "AZURITE=skip");
        var options = new TableClientOptions();
        configure?.Invoke(options);
        return new TableServiceClient(await azurite.ConnectionStringAsync(), options);
    }

    // The service refuses what these tests try; the emulator does not look. Each fails here when it begins to.
    public override Task A_transaction_stays_in_one_partition() => Assert.ThrowsAnyAsync<XunitException>(base.A_transaction_stays_in_one_partition);

    // The emulator's refusal of the whole batch is malformed, which the official client cannot read.
    public override Task A_hundred_actions_fit_and_one_more_does_not() =>
        Assert.ThrowsAnyAsync<XunitException>(base.A_hundred_actions_fit_and_one_more_does_not);

    public override Task An_entity_above_1_MiB_is_refused() => Assert.ThrowsAnyAsync<XunitException>(base.An_entity_above_1_MiB_is_refused);

    public override Task An_entity_has_252_properties_of_its_own_and_no_more() =>
        Assert.ThrowsAnyAsync<XunitException>(base.An_entity_has_252_properties_of_its_own_and_no_more);

    public override Task A_property_name_has_255_characters_at_most() => Assert.ThrowsAnyAsync<XunitException>(base.A_property_name_has_255_characters_at_most);
}

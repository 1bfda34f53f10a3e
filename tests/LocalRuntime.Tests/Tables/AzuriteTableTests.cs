using Azure.Data.Tables;
using TestSupport;
using Xunit.Sdk;

namespace LocalRuntime.Tests.Tables;

/// <summary>Tables over HTTP, at the emulator. Overridden tests show where it differs.</summary>
public sealed class AzuriteTableTests(AzuriteFixture azurite) : TableConformance
{
    protected override int MaxKeyLength => 512;

    protected override async Task<TableServiceClient> ConnectAsync(Action<TableClientOptions>? configure = null)
    {
        Assert.SkipWhen(NodePeers.Skipped, "AZURITE=skip");
        var options = new TableClientOptions();
        configure?.Invoke(options);
        return new TableServiceClient(await azurite.ConnectionStringAsync(), options);
    }

    // The emulator does not check these limits of the service. A test fails here when the emulator begins to.
    public override Task Transaction_stays_in_one_partition() =>
        Assert.ThrowsAnyAsync<XunitException>(base.Transaction_stays_in_one_partition);

    // The emulator's refusal of the whole batch is malformed, which the official client cannot read.
    public override Task Hundred_actions_fit_and_one_more_does_not() =>
        Assert.ThrowsAnyAsync<XunitException>(base.Hundred_actions_fit_and_one_more_does_not);

    public override Task Entity_above_1_MiB_is_refused() =>
        Assert.ThrowsAnyAsync<XunitException>(base.Entity_above_1_MiB_is_refused);

    public override Task Entity_has_at_most_252_properties() =>
        Assert.ThrowsAnyAsync<XunitException>(base.Entity_has_at_most_252_properties);

    public override Task Property_name_has_255_characters_at_most() =>
        Assert.ThrowsAnyAsync<XunitException>(base.Property_name_has_255_characters_at_most);
}

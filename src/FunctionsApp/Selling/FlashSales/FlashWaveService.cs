using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using Community.Selling.FlashSales;
using Community.Selling.Offers;
using FunctionsApp.Lifecycle.Dissolutions;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Messaging.Sending;
using FunctionsApp.Selling.Links;

namespace FunctionsApp.Selling.FlashSales;

/// <summary>
/// The waves that are due in a group: from index <paramref name="Start"/> to before <paramref name="End"/>.
/// </summary>
public sealed record WaveRange(int Start, int End);

/// <summary>
/// The waves of a sale in one group. A wave that is late because of a hold or an outage is still sent, unless the next
/// wave is due as well; then it is skipped. The delivery ledger shows every skipped wave with its reason.
/// </summary>
public sealed class FlashWaveService(
    FlashSaleStore sales, LinkStore links, Ledger ledger, DeliveryWithdrawal withdrawal)
{
    /// <summary>The name of a wave, counted from 0, among the steps of its group.</summary>
    public static string StepOf(int wave) => $"wave-{wave + 1}";

    /// <summary>The idempotency key of a wave, counted from 0, in a group.</summary>
    public static string KeyOf(string groupId, int wave) => Delivery(groupId, wave, "", default).Key;

    /// <summary>
    /// Begins the last wave of the range and skips the others. The wave before the range is withdrawn when it still
    /// waits for a person, because its price is no longer the current one. The result is the delivery to dispatch; null
    /// when the sale was held, closed or edited meanwhile.
    /// </summary>
    public async Task<NewDelivery?> BeginAsync(string saleId, string groupId, WaveRange range, DateTimeOffset at)
    {
        var latest = range.End - 1;
        var sale = (await sales.DecideAsync(saleId, new FlashSaleCommand.BeginWave(latest, at)))!.After;
        if (sale.WavesBegun <= latest) return null;
        if (range.Start > 0)
        {
            await withdrawal.WithdrawAsync(groupId, KeyOf(groupId, range.Start - 1), "the next wave is due");
        }

        for (var wave = range.Start; wave < latest; wave++)
            await SkipAsync(sale, groupId, wave, "the next wave was due as well", at);

        return Delivery(groupId, latest, await TextAsync(sale, groupId, latest, at), at);
    }

    /// <summary>Skips the waves that were due in this group before the sale was stored.</summary>
    public async Task SkipPassedAsync(FlashSale sale, string groupId, DateTimeOffset at)
    {
        for (var wave = 0; wave < sale.WavesDueAt(at); wave++)
            await SkipAsync(sale, groupId, wave, "its instant had passed when the sale was imported", at);
    }

    /// <summary>Skips the waves that were not sent in this group, and withdraws their staff tasks.</summary>
    public async Task SkipRemainingAsync(FlashSale sale, string groupId, string reason, DateTimeOffset at)
    {
        for (var wave = 0; wave < sale.Waves.Count; wave++)
        {
            var entry = await ledger.EnterAsync(Delivery(groupId, wave, sale.Waves[wave].Text, at));
            await withdrawal.WithdrawAsync(entry.Reference, reason);
        }
    }

    /// <summary>The staff task that sends the latest of the passed waves; null when there is none.</summary>
    public async Task<string?> FindTaskAsync(string groupId, int passed)
    {
        if (passed == 0) return null;
        var delivery = await ledger.FindByKeyAsync(groupId, KeyOf(groupId, passed - 1));
        return delivery is { State: DeliveryState.AwaitingStaff } ? delivery.TaskId : null;
    }

    async Task<string> TextAsync(FlashSale sale, string groupId, int index, DateTimeOffset at)
    {
        var wave = sale.Waves[index];
        if (wave.Url is not { } url) return wave.Text;
        var offer = new OfferReference(OfferKind.FlashSale, sale.Id);
        var link = await links.EnsureAsync(new NewLink(offer, StepOf(index), groupId, MemberId: null, url, at));
        return wave.Render(sale.LinkBase + link.Code);
    }

    async Task SkipAsync(FlashSale sale, string groupId, int wave, string reason, DateTimeOffset at)
    {
        var entry = await ledger.EnterAsync(Delivery(groupId, wave, sale.Waves[wave].Text, at));
        await ledger.DecideAsync(entry, new DeliveryCommand.Skip(reason));
    }

    static NewDelivery Delivery(string groupId, int wave, string text, DateTimeOffset at) =>
        FlashGroupDeliveries.Create(groupId, StepOf(wave), ChannelAction.SendToGroup, text, at);
}

using Community.Acquisition.Posters;
using Community.Groups;
using Community.Messaging.Deliveries;
using Community.Platform;
using Community.Selling.FlashSales;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Selling.FlashSales;

/// <summary>Creates flash sales in flash groups that exist, last as long as the sale and have no other sale.</summary>
public sealed class FlashSaleCreator(
    FlashSaleStore sales, GroupStore groups, FlashGroupClaimStore claims, TimeProvider clock)
{
    /// <summary>
    /// The new sale, the sale that has the id, or the fault of the request. Links start with
    /// <paramref name="linkBase"/>.
    /// </summary>
    public async Task<CreationResult<FlashSale>> CreateAsync(
        CreationRequest<CreateFlashSaleRequest> request, string linkBase)
    {
        // A repeat is answered even after the instants have passed.
        if (await sales.FindAsync(request.Id) is { } stored) return CreationResult.From((IsNew: false, stored));
        var (found, groupFault) = await FindGroupsAsync(request.Body);
        if (groupFault is not null) return Refuse(groupFault);
        var mustEndBy = found.Min(group => group.Charter.EndsAt!.Value);
        var sale = request.Body.ToFlashSale(request.Id, mustEndBy, linkBase, clock.GetUtcNow());
        if ((await FaultAsync(sale) ?? await ClaimAsync(sale)) is { } fault) return Refuse(fault);
        return CreationResult.From(await sales.CreateAsync(sale, request.Fingerprint));
    }

    /// <summary>
    /// The fault of a wave that exceeds the size limit of a group robot with its link; null when there is none.
    /// </summary>
    public static Refusal? SizeFault(IReadOnlyList<FlashWave> waves, string linkBase)
    {
        var link = linkBase + new string('0', JoinCode.Length);
        for (var i = 0; i < waves.Count; i++)
        {
            if (TextLimit.Fits(waves[i].Render(link), TextLimit.RobotBytes)) continue;
            var reason = $"must be at most {TextLimit.RobotBytes} bytes of UTF-8 with its link.";
            return Refusal.Invalid($"waves[{i}].text", reason);
        }

        return null;
    }

    async Task<(IReadOnlyList<Group> Groups, Refusal? Fault)> FindGroupsAsync(CreateFlashSaleRequest request)
    {
        var found = await Task.WhenAll(request.Groups!.Select(group => groups.FindAsync(group.GroupId!)));
        for (var i = 0; i < found.Length; i++)
        {
            if (GroupFault(found[i]?.Value) is { } reason) return ([], Refusal.Invalid($"groups[{i}].groupId", reason));
        }

        return ([.. found.Select(group => group!.Value)], null);
    }

    async Task<Refusal?> FaultAsync(FlashSale sale)
    {
        if (sale.ClosesAt <= sale.CreatedAt) return Refusal.Invalid("closesAt", "must be in the future.");
        if (sale.ClosesAt > sale.MustEndBy)
            return Refusal.Invalid("closesAt", $"must not be after a group's charter ends, {sale.MustEndBy:O}.");
        if ((PastWaveFault(sale) ?? SizeFault(sale.Waves, sale.LinkBase)) is { } waveFault) return waveFault;
        if (sale.NewBuyerGroupId is not { } groupId) return null;
        return await groups.FindAsync(groupId) switch
        {
            null => Refusal.Invalid("newBuyerGroupId", $"there is no group {groupId}."),
            { Value.Kind: GroupKind.Flash } =>
                Refusal.Invalid("newBuyerGroupId", "is a flash group, which ends with its sale."),
            { Value.TakesMembers: false } => Refusal.Invalid("newBuyerGroupId", "takes no members."),
            _ => null,
        };
    }

    // Claims all groups for the sale or none.
    async Task<Refusal?> ClaimAsync(FlashSale sale)
    {
        List<string> claimed = [];
        for (var i = 0; i < sale.GroupIds.Count; i++)
        {
            var (owner, isNew) = await claims.ClaimAsync(sale.GroupIds[i], sale.Id);
            if (isNew) claimed.Add(sale.GroupIds[i]);
            if (owner == sale.Id) continue;
            foreach (var group in claimed) await claims.ReleaseAsync(group, sale.Id);
            return Refusal.Conflict(
                ConflictKind.InUse, $"groups[{i}].groupId: the flash sale {owner} has this group.");
        }

        return null;
    }

    // A wave in the past would be sent at once.
    static Refusal? PastWaveFault(FlashSale sale)
    {
        for (var i = 0; i < sale.Waves.Count; i++)
        {
            if (sale.Waves[i].At < sale.CreatedAt) return Refusal.Invalid($"waves[{i}].at", "must not be in the past.");
        }

        return null;
    }

    static string? GroupFault(Group? group) => group switch
    {
        null => "there is no such group.",
        { Kind: not GroupKind.Flash } => "is not a flash group: a flash sale ends with its group.",
        { State: >= GroupState.Closed } => "is closed.",
        _ => null,
    };

    static CreationResult<FlashSale> Refuse(Refusal refusal) =>
        CreationResult.Refuse<FlashSale>(Problems.From(refusal));
}

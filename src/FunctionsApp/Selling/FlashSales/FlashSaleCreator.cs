using Community.Acquisition.Posters;
using Community.Groups;
using Community.Messaging.Deliveries;
using Community.Platform;
using Community.Selling;
using Community.Selling.FlashSales;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Selling.FlashSales;

/// <summary>Creates flash sales in flash groups that exist, last as long as the sale and have no other sale.</summary>
public sealed class FlashSaleCreator(
    FlashSaleStore sales,
    GroupStore groups,
    FlashGroupClaimStore claims,
    FlashSaleEditor editor,
    TimeProvider clock)
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
        var (sale, fault) = await CheckAsync(request.Body, request.Id, linkBase, groups.LookUpAsync);
        if ((fault ?? PastWaveFault(sale!) ?? await ClaimAsync(sale!)) is { } refusal) return Refuse(refusal);
        return CreationResult.From(await sales.CreateAsync(sale!, request.Fingerprint));
    }

    /// <summary>
    /// The sale of a body, as it would be stored now, or its first fault. It may have begun, and its groups may have
    /// another sale.
    /// </summary>
    public async Task<(FlashSale? Sale, Refusal? Fault)> CheckAsync(
        CreateFlashSaleRequest body, string id, string linkBase, GroupLookup lookUp)
    {
        var (found, groupFault) = await FindGroupsAsync(body, lookUp);
        if (groupFault is not null) return (null, groupFault);
        var mustEndBy = found.Min(group => group.Charter.EndsAt!.Value);
        var sale = body.ToFlashSale(id, mustEndBy, linkBase, clock.GetUtcNow());
        return await FaultAsync(sale, lookUp) is { } fault ? (null, fault) : (sale, null);
    }

    /// <summary>Claims all groups for the sale, or none and gives the fault.</summary>
    public async Task<Refusal?> ClaimAsync(FlashSale sale)
    {
        List<string> claimed = [];
        for (var i = 0; i < sale.GroupIds.Count; i++)
        {
            var (owner, isNew) = await claims.ClaimAsync(sale.GroupIds[i], sale.Id);
            if (isNew) claimed.Add(sale.GroupIds[i]);
            if (owner == sale.Id) continue;
            foreach (var group in claimed) await claims.ReleaseAsync(group, sale.Id);
            return InUse(i, owner);
        }

        return null;
    }

    /// <summary>The fault of a sale one of whose groups has another sale; null when there is none.</summary>
    public async Task<Refusal?> FindClaimFaultAsync(FlashSale sale)
    {
        for (var i = 0; i < sale.GroupIds.Count; i++)
        {
            if (await claims.FindAsync(sale.GroupIds[i]) is { } owner && owner != sale.Id) return InUse(i, owner);
        }

        return null;
    }

    /// <summary>Sets the stock of a stored sale; the caller performs the result.</summary>
    public async Task<IReadOnlyList<DurableAction>> FollowAsync(FlashSale sale) =>
    [
        .. await editor.SetStockAsync(sale),
        .. new DurableAction.Start(
            nameof(FlashSaleOrchestrator),
            SellingInstanceIds.FlashSale(sale.Id),
            new FlashSaleReference(sale.Id)).UnlessOld(sale.CreatedAt, clock.GetUtcNow()),
    ];

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

    static async Task<(IReadOnlyList<Group> Groups, Refusal? Fault)> FindGroupsAsync(
        CreateFlashSaleRequest request, GroupLookup lookUp)
    {
        var found = await Task.WhenAll(request.Groups!.Select(group => lookUp(group.GroupId!)));
        for (var i = 0; i < found.Length; i++)
        {
            if (GroupFault(found[i]) is { } reason) return ([], Refusal.Invalid($"groups[{i}].groupId", reason));
        }

        return ([.. found.Select(group => group!)], null);
    }

    static async Task<Refusal?> FaultAsync(FlashSale sale, GroupLookup lookUp)
    {
        if (sale.ClosesAt <= sale.CreatedAt) return Refusal.Invalid("closesAt", "must be in the future.");
        if (sale.ClosesAt > sale.MustEndBy)
            return Refusal.Invalid("closesAt", $"must not be after a group's charter ends, {sale.MustEndBy:O}.");
        if (SizeFault(sale.Waves, sale.LinkBase) is { } waveFault) return waveFault;
        if (sale.NewBuyerGroupId is not { } groupId) return null;
        return await lookUp(groupId) switch
        {
            null => Refusal.Invalid("newBuyerGroupId", $"there is no group {groupId}."),
            { Kind: GroupKind.Flash } =>
                Refusal.Invalid("newBuyerGroupId", "is a flash group, which ends with its sale."),
            { TakesMembers: false } => Refusal.Invalid("newBuyerGroupId", "takes no members."),
            _ => null,
        };
    }

    static Refusal InUse(int group, string owner) => Refusal.Conflict(
        ConflictKind.InUse, $"groups[{group}].groupId: the flash sale {owner} has this group.");

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

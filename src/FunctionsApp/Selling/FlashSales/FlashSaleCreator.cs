using Community.Acquisition.Posters;
using Community.Groups;
using Community.Messaging.Deliveries;
using Community.Selling.FlashSales;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Selling.FlashSales;

/// <summary>A sale that is asked for, held against its groups: they are flash groups that are there, last as long as it does, and have no other sale.</summary>
public sealed class FlashSaleCreator(GroupStore groups, FlashGroupClaimStore claims)
{
    /// <summary>The sale's groups, read together; or what is wrong with one of them.</summary>
    public async Task<(IReadOnlyList<Group> Groups, IResult? Problem)> GroupsAsync(CreateFlashSaleRequest asked)
    {
        var found = await Task.WhenAll(asked.Groups!.Select(group => groups.FindAsync(group.GroupId!)));
        for (var i = 0; i < found.Length; i++)
        {
            if (Unfit(found[i]?.Value) is { } reason) return ([], Problems.Invalid($"groups[{i}].groupId", reason));
        }

        return ([.. found.Select(group => group!.Value)], null);
    }

    /// <summary>What is wrong with the sale at its beginning; null when nothing is.</summary>
    public async Task<IResult?> ProblemAsync(FlashSale sale)
    {
        if (sale.ClosesAt <= sale.CreatedAt) return Problems.Invalid("closesAt", "must be in the future.");
        if (sale.ClosesAt > sale.MustEndBy) return Problems.Invalid("closesAt", $"must not be after a group's charter ends, {sale.MustEndBy:O}.");
        if (TooLongWave(sale.Waves, sale.LinkBase) is { } tooLong) return tooLong;
        if (sale.NewBuyerGroupId is not { } lasting) return null;
        return await groups.FindAsync(lasting) switch
        {
            null => Problems.Invalid("newBuyerGroupId", $"there is no group {lasting}."),
            { Value.Kind: GroupKind.Flash } => Problems.Invalid("newBuyerGroupId", "is a flash group, which ends with its sale."),
            { Value.TakesMembers: false } => Problems.Invalid("newBuyerGroupId", "takes no members."),
            _ => null,
        };
    }

    /// <summary>Gives all groups to the sale, or none: 409 when another sale has one of them.</summary>
    public async Task<IResult?> ClaimAsync(FlashSale sale)
    {
        List<string> taken = [];
        for (var i = 0; i < sale.GroupIds.Count; i++)
        {
            var (owner, isNew) = await claims.ClaimAsync(sale.GroupIds[i], sale.Id);
            if (isNew) taken.Add(sale.GroupIds[i]);
            if (owner == sale.Id) continue;
            foreach (var group in taken) await claims.ReleaseAsync(group, sale.Id);
            return Problems.Conflict($"groups[{i}].groupId: the flash sale {owner} has this group.");
        }

        return null;
    }

    /// <summary>A wave that a group robot cannot carry once its link is filled in; null when there is none.</summary>
    public static IResult? TooLongWave(IReadOnlyList<FlashWave> waves, string linkBase)
    {
        var link = linkBase + new string('0', JoinCode.Length);
        for (var i = 0; i < waves.Count; i++)
        {
            if (!TextLimit.Fits(waves[i].Render(link), TextLimit.RobotBytes)) return Problems.Invalid($"waves[{i}].text", $"must be at most {TextLimit.RobotBytes} bytes of UTF-8 with its link.");
        }

        return null;
    }

    static string? Unfit(Group? group) => group switch
    {
        null => "there is no such group.",
        { Kind: not GroupKind.Flash } => "is not a flash group: a flash sale ends with its group.",
        { State: >= GroupState.Closed } => "is closed.",
        _ => null,
    };
}

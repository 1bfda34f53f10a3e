using Community.Selling.GroupBuys;
using FunctionsApp.Acquisition.Invitees;
using FunctionsApp.Groups;

namespace FunctionsApp.Selling.GroupBuys;

/// <summary>Group-buys with the names of their members.</summary>
public sealed class GroupBuyViewReader(GroupStore groups, InviteeStore invitees)
{
    public async Task<GroupBuyView> ReadAsync(GroupBuy groupBuy)
    {
        var members = groupBuy.Teams
            .SelectMany(team => team.Places)
            .Select(place => place.MemberId)
            .ToHashSet(StringComparer.Ordinal);
        return GroupBuyView.From(groupBuy, members.Count == 0 ? [] : await ReadNamesAsync(groupBuy.GroupId, members));
    }

    // The name in the group is the card name (群名片). Somebody who is not in the group can have a place, too.
    async Task<Dictionary<string, string>> ReadNamesAsync(string groupId, HashSet<string> members)
    {
        var names = (await groups.AllMembersAsync(groupId))
            .Where(member => member.Name.Length > 0 && members.Contains(member.MemberId))
            .ToDictionary(member => member.MemberId, member => member.Name, StringComparer.Ordinal);
        var others = members.Where(member => !names.ContainsKey(member)).ToList();
        foreach (var (member, name) in others.Zip(await invitees.NamesAsync(others)))
            if (!string.IsNullOrEmpty(name)) names.Add(member, name);
        return names;
    }
}

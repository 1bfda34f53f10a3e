using Community.Messaging.Channels.WeCom;
using Community.Platform;
using FluentValidation;
using FunctionsApp.Groups;
using FunctionsApp.Groups.Staff;

namespace FunctionsApp.Events.WeCom;

/// <summary>
/// Brings the name and the owner of a group to those of its chat, by edits as an operator makes them. What a group may
/// not have, such as a name that is too long, stays as it is.
/// </summary>
public sealed class ChatFactFollowing(
    GroupStore groups, GroupEditor editor, StaffStore staff, IValidator<EditGroupRequest> validator)
{
    // The author in the history of the group.
    const string Author = "WeCom";

    /// <summary>
    /// Follows what changed since the last read, which <paramref name="before"/> tells. A repeat changes nothing.
    /// </summary>
    public async Task FollowAsync(string groupId, Chat before, ChatRoster roster)
    {
        if (await groups.FindAsync(groupId) is not { Value: { IsAlive: true } group }) return;
        if (ChatRules.NewNameOf(group.Name, before, roster) is { } name)
            await EditAsync(groupId, new EditGroupRequest(Author, Name: new Optional<string?>(name)));
        if (ChatRules.NewOwnerOf(before, roster) is { } owner && await staff.FindByAccountAsync(owner) is { } member)
            await EditAsync(groupId, new EditGroupRequest(Author, Owner: new Optional<string?>(member.Id)));
    }

    async Task EditAsync(string groupId, EditGroupRequest edit)
    {
        if ((await validator.ValidateAsync(edit)).IsValid) await editor.EditAsync(groupId, edit, expected: null);
    }
}

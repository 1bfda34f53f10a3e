using System.Text.Json.Serialization;
using Community.Groups;
using FunctionsApp.Groups;
using FunctionsApp.Groups.Holds;
using FunctionsApp.Pushes.Sending;

namespace FunctionsApp.Transfer.Documents;

/// <summary>
/// A group. <c>openedAt</c> is the instant at which it had a join link first, and <c>hold</c> keeps its messages back.
/// </summary>
public sealed record GroupItem(
    string? Id,
    string? Name,
    string? Kind,
    int? Capacity,
    string? JoinUrl,
    CharterRequest? Charter,
    string? Owner = null,
    IReadOnlyList<string>? Tags = null,
    GroupNamingBody? Naming = null,
    GroupTextsBody? Texts = null,
    [property: JsonPropertyOrder(1)] DateTimeOffset? OpenedAt = null,
    [property: JsonPropertyOrder(1)] HoldGroupRequest? Hold = null,
    [property: JsonPropertyOrder(1)] GroupPushLimitsRequest? PushLimits = null)
    : CreateGroupRequest(Id, Name, Kind, Capacity, JoinUrl, Charter, Owner, Tags, Naming, Texts)
{
    public static GroupItem From(Group group, GroupPushLimitsRequest? limits) => new(
        group.Id,
        group.Name,
        group.Kind.ToString(),
        group.Capacity,
        group.JoinUrl,
        CharterRequest.From(group.Charter),
        group.Owner,
        group.Tags,
        group.Naming is { } naming ? GroupNamingBody.From(naming) : null,
        group.Texts == GroupTexts.Product ? null : GroupTextsBody.From(group.Texts),
        group.OpenedAt?.ToUniversalTime(),
        group.Holds.FirstOrDefault(hold => hold.Cause is HoldCause.Operator) is { } hold
            ? new HoldGroupRequest(hold.By, hold.Reason)
            : null,
        limits == new GroupPushLimitsRequest() ? null : limits);

    /// <summary>The group as it would be stored now.</summary>
    public Group ToPlannedGroup(DateTimeOffset now)
    {
        var group = ToGroup(Id!, now);
        return group with
        {
            OpenedAt = OpenedAt ?? group.OpenedAt,
            Holds = Hold is null ? [] : [new GroupHold(HoldCause.Operator, Hold.By!, Hold.Reason!, now)],
        };
    }
}

using Community.Groups.Staff;

namespace FunctionsApp.Groups.Staff;

/// <summary>A staff member in HTTP responses.</summary>
public sealed record StaffView(string Id, string Name, string? WeComUserId, DateTimeOffset CreatedAt)
{
    public static StaffView From(StaffMember staff) => new(staff.Id, staff.Name, staff.WeComUserId, staff.CreatedAt);
}

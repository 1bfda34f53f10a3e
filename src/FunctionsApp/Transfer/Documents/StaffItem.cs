using Community.Groups.Staff;

namespace FunctionsApp.Transfer.Documents;

/// <summary>
/// A staff member without the account on the platform, which an operator enters where the plans arrive.
/// </summary>
public sealed record StaffItem(string? Id, string? Name)
{
    public static StaffItem From(StaffMember staff) => new(staff.Id, staff.Name);
}

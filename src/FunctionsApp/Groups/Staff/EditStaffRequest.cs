using Community.Groups.Staff;
using Community.Platform;
using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Groups.Staff;

/// <summary>
/// The body of <c>PATCH /api/staff/{id}</c>. Absent fields do not change; null clears <c>weComUserId</c>, which ends
/// the person's sessions of the sidebar.
/// </summary>
public sealed record EditStaffRequest(Optional<string?> Name = default, Optional<string?> WeComUserId = default)
{
    public StaffMember Apply(StaffMember staff) =>
        staff with { Name = Name.Or(staff.Name)!, WeComUserId = WeComUserId.Or(staff.WeComUserId) };
}

public sealed class EditStaffValidator : AbstractValidator<EditStaffRequest>
{
    public EditStaffValidator()
    {
        RuleFor(edit => edit.Name).NotNullable();
        RuleFor(edit => edit.Name.Value).Line(60).When(edit => edit.Name.HasValue);
        RuleFor(edit => edit.WeComUserId.Value).ChannelKey().When(edit => edit.WeComUserId.HasValue);
    }
}

using FluentValidation;
using FunctionsApp.Groups.Holds;
using FunctionsApp.Groups.Staff;
using FunctionsApp.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Groups;

public static class GroupsModule
{
    public static IServiceCollection AddGroupsModule(this IServiceCollection services) => services
        .AddTable<GroupsTable>()
        .AddTable<PeopleTable>()
        .AddTable<StaffTable>()
        .AddSingleton<StaffStore>()
        .AddSingleton<GroupStore>()
        .AddSingleton<GroupCreator>()
        .AddSingleton<GroupEditor>()
        .AddSingleton<AttendanceStore>()
        .AddSingleton<MembershipStore>()
        .AddSingleton<IValidator<CreateGroupRequest>, CreateGroupValidator>()
        .AddSingleton<IValidator<EditGroupRequest>, EditGroupValidator>()
        .AddSingleton<IValidator<HoldGroupRequest>, HoldGroupValidator>()
        .AddSingleton<IValidator<ReleaseGroupRequest>, ReleaseGroupValidator>()
        .AddSingleton<IValidator<CreateStaffRequest>, CreateStaffValidator>()
        .AddSingleton<IValidator<EditStaffRequest>, EditStaffValidator>();
}

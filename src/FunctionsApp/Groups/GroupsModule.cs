using FluentValidation;
using FunctionsApp.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Groups;

public static class GroupsModule
{
    public static IServiceCollection AddGroupsModule(this IServiceCollection services) => services
        .AddTable<GroupsTable>()
        .AddTable<PeopleTable>()
        .AddSingleton<GroupStore>()
        .AddSingleton<AttendanceStore>()
        .AddSingleton<IValidator<CreateGroupRequest>, CreateGroupValidator>();
}

using FunctionsApp.Messaging.WeCom;
using FunctionsApp.Platform.Callers;
using FunctionsApp.Platform.DueWork;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Sidebar.Sessions;
using FunctionsApp.Sidebar.SignIn;
using FunctionsApp.Sidebar.Work;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Sidebar;

public static class SidebarModule
{
    /// <summary>Registers the sidebar where the app runs on WeCom; elsewhere its routes are 404.</summary>
    public static IServiceCollection AddSidebarModule(this IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton<SidebarWorkReader>();
        return WeComSettings.AreUsed(settings)
            ? services
                .AddTable<StaffSessionsTable>()
                .AddSingleton<StaffSessionService>()
                .AddSingleton<IStaffAccess, StaffAccess>()
                .AddSingleton<SignInService>()
                .AddDueWork<EndedStaffSessionHandler>()
            : services;
    }
}

using FluentValidation;
using FunctionsApp.Groups;
using FunctionsApp.Platform.DueWork;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Pushes.Calendars;
using FunctionsApp.Pushes.DaySheets;
using FunctionsApp.Pushes.Occurrences;
using FunctionsApp.Pushes.Plans;
using FunctionsApp.Pushes.Sending;
using FunctionsApp.Pushes.Templates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Pushes;

public static class PushesModule
{
    public static IServiceCollection AddPushesModule(
        this IServiceCollection services, IConfiguration settings) => services
        .AddTable<PushPlansTable>()
        .AddTable<DaySheetsTable>()
        .AddSingleton(new PushLimitSettings(settings))
        .AddSingleton<PushPlanStore>()
        .AddSingleton<PushPlanChecks>()
        .AddSingleton<PushPlanCreator>()
        .AddSingleton<PushTemplateDrafts>()
        .AddSingleton<PushStore>()
        .AddSingleton<PushCommandService>()
        .AddSingleton<ScheduleContextReader>()
        .AddSingleton<GroupCalendar>()
        .AddSingleton<FlashSaleEntries>()
        .AddSingleton<CalendarService>()
        .AddSingleton<IGroupFollowUp, GroupCalendarFollowUp>()
        .AddSingleton<NextPushReader>()
        .AddSingleton<PushPlanViewReader>()
        .AddSingleton<PushPreviewReader>()
        .AddSingleton<PushPreparation>()
        .AddSingleton<OwnerTapStore>()
        .AddSingleton<OwnerTapService>()
        .AddSingleton<PushMessageService>()
        .AddSingleton<PushLibraryReader>()
        .AddSingleton<PushFactReader>()
        .AddSingleton<PushRecovery>()
        .AddSingleton<PushDispatcher>()
        .AddSingleton<PushSender>()
        .AddSingleton<DaySheetStore>()
        .AddSingleton<DaySheetPushReader>()
        .AddSingleton<DaySheetItemReader>()
        .AddSingleton<DaySheetService>()
        .AddSingleton<DaySheetFollowUp>()
        .AddSingleton<DaySheetDeliveries>()
        .AddDueWork<DuePushHandler>()
        .AddDueWork<DaySheetHandler>()
        .AddDueWork<PushReminderHandler>()
        .AddDueWork<GroupCalendarHandler>()
        .AddDueWork<CalendarsHandler>()
        .AddSingleton<IValidator<CreatePushPlanRequest>, CreatePushPlanValidator>()
        .AddSingleton<IValidator<CopyPushPlanRequest>, CopyPushPlanValidator>()
        .AddSingleton<IValidator<CreateTemplatePlanRequest>, CreateTemplatePlanValidator>()
        .AddSingleton<IValidator<GroupPushLimitsRequest>, GroupPushLimitsValidator>()
        .AddSingleton<IValidator<EditPushPlanRequest>, EditPushPlanValidator>()
        .AddSingleton<IValidator<PushActionRequest>, PushActionValidator>()
        .AddSingleton<IValidator<PushCommandRequest>, PushCommandValidator>();
}

using FluentValidation;
using FunctionsApp.Care.Crises;
using FunctionsApp.Care.Feedback;
using FunctionsApp.Care.Health;
using FunctionsApp.Care.Promises;
using FunctionsApp.Care.Suitability;
using FunctionsApp.Care.SuperUsers;
using FunctionsApp.Care.Violations;
using FunctionsApp.Platform.DueWork;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Trade.Buyers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Care;

public static class CareModule
{
    public static IServiceCollection AddCareModule(
        this IServiceCollection services, IConfiguration settings) => services
        .AddTable<CareTable>()
        .AddSuitability()
        .AddFeedback(settings)
        .AddCrises(settings)
        .AddHealth()
        .AddViolations()
        .AddPromises()
        .AddSuperUsers();

    static IServiceCollection AddCrises(this IServiceCollection services, IConfiguration settings) => services
        .AddTable<CrisesTable>()
        .AddSingleton(new CrisisRetention(settings))
        .AddSingleton<CrisisStore>()
        .AddSingleton<CrisisService>()
        .AddSingleton<CrisisCreator>()
        .AddSingleton<CrisisReader>()
        .AddSingleton<ComplaintWatchStore>()
        .AddSingleton<ComplaintWatchService>()
        .AddSingleton<IComplaintListener>(services => services.GetRequiredService<ComplaintWatchService>())
        .AddDueWork<CrisisFollowUpHandler>()
        .AddSingleton<IValidator<OpenCrisisRequest>, OpenCrisisValidator>()
        .AddSingleton<IValidator<AddCrisisEntryRequest>, AddCrisisEntryValidator>()
        .AddSingleton<IValidator<PublishStatementRequest>, PublishStatementValidator>()
        .AddSingleton<IValidator<NamePersonRequest>, NamePersonValidator>()
        .AddSingleton<IValidator<ReleaseGroupsRequest>, ReleaseGroupsValidator>()
        .AddSingleton<IValidator<ResolveCrisisRequest>, ResolveCrisisValidator>()
        .AddSingleton<IValidator<DismissProposalRequest>, DismissProposalValidator>();

    static IServiceCollection AddSuitability(this IServiceCollection services) => services
        .AddSingleton<SuitabilityStore>()
        .AddSingleton<SuitabilityOutcomeReader>()
        .AddSingleton<IValidator<AssessSuitabilityRequest>, AssessSuitabilityValidator>()
        .AddSingleton<IValidator<NameSuitabilityGroupsRequest>, NameSuitabilityGroupsValidator>();

    static IServiceCollection AddFeedback(this IServiceCollection services, IConfiguration settings) => services
        .AddSingleton(new FeedbackRetention(settings))
        .AddSingleton<FeedbackLocatorStore>()
        .AddSingleton<EndedFeedbackStore>()
        .AddSingleton<FeedbackStore>()
        .AddSingleton<FeedbackTasks>()
        .AddSingleton<FeedbackMessages>()
        .AddSingleton<FeedbackFollowUp>()
        .AddSingleton<FeedbackService>()
        .AddSingleton<FeedbackListener>()
        .AddDueWork<FeedbackDeadlineHandler>()
        .AddDueWork<FeedbackCheckHandler>()
        .AddSingleton<IValidator<CreateFeedbackRequest>, CreateFeedbackValidator>()
        .AddSingleton<IValidator<AnswerFeedbackRequest>, AnswerFeedbackValidator>()
        .AddSingleton<IValidator<CloseFeedbackRequest>, CloseFeedbackValidator>();

    static IServiceCollection AddViolations(this IServiceCollection services) => services
        .AddSingleton<ViolationLocatorStore>()
        .AddSingleton<ViolationStore>()
        .AddSingleton<KnownPersonReader>()
        .AddSingleton<ViolationFollowUp>()
        .AddSingleton<ViolationService>()
        .AddSingleton<ViolationReader>()
        .AddSingleton<AdvertisementListener>()
        .AddDueWork<ViolationCheckHandler>()
        .AddSingleton<IValidator<ReportViolationRequest>, ReportViolationValidator>()
        .AddSingleton<IValidator<AppealViolationRequest>, AppealViolationValidator>()
        .AddSingleton<IValidator<DecideViolationRequest>, DecideViolationValidator>();
    static IServiceCollection AddPromises(this IServiceCollection services) => services
        .AddTable<PromisesTable>()
        .AddSingleton<PromiseStore>()
        .AddSingleton<GainPageStore>()
        .AddSingleton<PromiseTasks>()
        .AddSingleton<PromiseService>()
        .AddSingleton<PromiseCreator>()
        .AddSingleton<PromiseReader>()
        .AddDueWork<PromiseWatchHandler>()
        .AddDueWork<PromiseFollowUpHandler>()
        .AddSingleton<IValidator<CreatePromiseRequest>, CreatePromiseValidator>()
        .AddSingleton<IValidator<DeliverUnitRequest>, DeliverUnitValidator>()
        .AddSingleton<IValidator<EnterGainRequest>, EnterGainValidator>();

    static IServiceCollection AddHealth(this IServiceCollection services) => services
        .AddTable<GroupHealthTable>()
        .AddSingleton<GroupHealthStore>()
        .AddSingleton<HealthAssessor>()
        .AddSingleton<GroupHealthService>()
        .AddDueWork<GroupAssessmentHandler>();

    static IServiceCollection AddSuperUsers(this IServiceCollection services) => services
        .AddTable<SuperUsersTable>()
        .AddSingleton<SuperUserCriteriaStore>()
        .AddSingleton<SuperUserStore>()
        .AddSingleton<ActiveDayStore>()
        .AddSingleton<ActiveDayListener>()
        .AddSingleton<SuperUserFiguresReader>()
        .AddSingleton<SuperUserService>()
        .AddSingleton<IPurchaseFollowUp>(services => services.GetRequiredService<SuperUserService>())
        .AddSingleton<SuperUserInviter>()
        .AddSingleton<SuperUserCriteriaService>()
        .AddSingleton<SuperUserReviewCalendar>()
        .AddDueWork<SuperUserSweepHandler>()
        .AddDueWork<SuperUserSearchHandler>()
        .AddDueWork<SuperUserRefreshHandler>()
        .AddDueWork<SuperUserReviewHandler>()
        .AddSingleton<IValidator<PutSuperUserCriteriaRequest>, PutSuperUserCriteriaValidator>()
        .AddSingleton<IValidator<InviteSuperUserRequest>, InviteSuperUserValidator>()
        .AddSingleton<IValidator<DecideSuperUserRequest>, DecideSuperUserValidator>();
}

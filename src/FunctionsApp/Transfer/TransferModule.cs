using FluentValidation;
using FunctionsApp.Transfer.Documents;
using FunctionsApp.Transfer.Sections;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Transfer;

public static class TransferModule
{
    /// <summary>Adds the export and the import of plans.</summary>
    public static IServiceCollection AddTransferModule(this IServiceCollection services) => services
        .AddSingleton<BrandIdStore>()
        .AddSingleton<PlanSettingsReader>()
        .AddSingleton<PlanExporter>()
        .AddSingleton<PlanImporter>()
        .AddSingleton<GroupSection>()
        .AddSingleton<CampaignSection>()
        // The order in which things name each other.
        .AddSingleton<IPlanSection, StaffSection>()
        .AddSingleton<IPlanSection, ContentSection>()
        .AddSingleton<IPlanSection>(provider => provider.GetRequiredService<GroupSection>())
        .AddSingleton<IPlanSection>(provider => provider.GetRequiredService<CampaignSection>())
        .AddSingleton<IPlanSection, ConversionSection>()
        .AddSingleton<IPlanSection, FlashSaleSection>()
        .AddSingleton<IPlanSection, PushPlanSection>()
        .AddSingleton<IValidator<PlansDocument>, PlansDocumentValidator>()
        .AddSingleton<IValidator<GroupItem>, GroupItemValidator>()
        .AddSingleton<IValidator<CampaignItem>, CampaignItemValidator>();
}

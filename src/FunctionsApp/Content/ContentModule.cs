using FluentValidation;
using FunctionsApp.Content.Imports;
using FunctionsApp.Content.Library;
using FunctionsApp.Content.Sending;
using FunctionsApp.Platform.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Content;

public static class ContentModule
{
    public static IServiceCollection AddContentModule(
        this IServiceCollection services, IConfiguration settings) => services
        .AddTable<ContentTable>()
        .AddSingleton(ContentSettings.Read(settings))
        .AddSingleton<ContentStore>()
        .AddSingleton<ContentCreator>()
        .AddSingleton<ContentLinkService>()
        .AddSingleton<ContentMessageService>()
        .AddSingleton<ContentTestSender>()
        .AddSingleton<ContentFileReader>()
        .AddSingleton<ContentImporter>()
        .AddSingleton<IValidator<CreateContentRequest>, CreateContentValidator>()
        .AddSingleton<IValidator<EditContentRequest>, EditContentValidator>()
        .AddSingleton<IValidator<ReviewContentRequest>, ReviewContentValidator>()
        .AddSingleton<IValidator<ContentTestSendRequest>, ContentTestSendValidator>();
}

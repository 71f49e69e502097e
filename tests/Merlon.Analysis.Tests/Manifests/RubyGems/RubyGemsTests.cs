namespace Merlon.Analysis.Tests.Manifests.RubyGems;

public sealed class RubyGemsTests
{
    const string Gemfile = """
        source "https://rubygems.org"
        gem "rails", "7.0.4"
        group :development, :test do
          gem 'rspec', '~> 3.0', require: false
        end
        gem "web", group: :test
        """;

    [Fact]
    public Task GemfileLock_TakesScopesFromTheGemfile() => ManifestTree.ShouldGive(
        [("Gemfile", Gemfile), ("Gemfile.lock", """
        PATH
          remote: .
          specs:
            mine (0.1.0)
              rails
        GEM
          remote: https://rubygems.org/
          specs:
            nokogiri (1.15.0-x86_64-linux)
            rails (7.0.4)
              nokogiri (>= 1)
            rspec (3.12.0)
            web (2.0)
              nokogiri

        PLATFORMS
          x86_64-linux

        DEPENDENCIES
          mine!
          rails (= 7.0.4)
          rspec (~> 3.0)
          web

        BUNDLED WITH
           2.4.1
        """)], """
        pkg:gem/nokogiri@1.15.0?platform=x86_64-linux runtime by pkg:gem/rails@7.0.4, pkg:gem/web@2.0
        pkg:gem/rails@7.0.4 runtime direct
        pkg:gem/rspec@3.12.0 development direct
        pkg:gem/web@2.0 test direct
        """);

    [Fact]
    public Task Gemfile_Alone_GivesGroups() => ManifestTree.ShouldGive([("Gemfile", Gemfile)], """
        pkg:gem/rails@7.0.4 runtime direct
        pkg:gem/rspec development direct [~> 3.0]
        pkg:gem/web test direct
        """);
}

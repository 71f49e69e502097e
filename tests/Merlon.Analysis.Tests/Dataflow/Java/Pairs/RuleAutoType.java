import com.alibaba.fastjson.parser.ParserConfig;

class RuleAutoType {
    void bad(ParserConfig config) {
        config.setAutoTypeSupport(true); // finds unsafe-type-handling
    }

    void good(ParserConfig config) {
        config.setAutoTypeSupport(false);
    }
}
